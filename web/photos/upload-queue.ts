import { Refusal } from '../shell/http.ts';
import type { Photo } from './photo.ts';

export interface Upload {
  slot: string;
  file: File;
  /** `waiting`: the server could not be reached; it is tried again by itself. */
  state: 'sending' | 'waiting' | 'refused';
  /** 0 to 100. */
  percent: number;
  refusal?: Refusal;
}

export interface QueueParts {
  send: (
    file: File,
    onProgress: (sentBytes: number, totalBytes: number) => void,
  ) => { done: Promise<Photo>; abort: () => void };
  keep: (slot: string, file: File) => unknown;
  drop: (slot: string) => unknown;
  onPhoto: (slot: string, photo: Photo) => void;
  onChange: (uploads: readonly Upload[]) => void;
  /** Calls back after so long; answers how to call it off. */
  later: (work: () => void, ms: number) => () => void;
}

export interface UploadQueue {
  /** Sends a photo for a slot; an older one of the slot that is not there yet is given up. */
  add: (slot: string, file: File) => void;
  retry: (slot: string) => void;
  /** Everything that waits, at once: the network is back. */
  retryAll: () => void;
  drop: (slot: string) => void;
  close: () => void;
}

const WAITS_MS = [4_000, 10_000, 30_000];

/** Photos on their way, one per slot: what the network lost waits and goes again, what the API refused stays with its reason. */
export function makeUploadQueue(parts: QueueParts): UploadQueue {
  const uploads = new Map<string, Upload>();
  const stops = new Map<string, () => void>();
  const attempts = new Map<string, number>();
  let isClosed = false;

  const say = () => {
    if (!isClosed) parts.onChange([...uploads.values()]);
  };
  const put = (upload: Upload) => {
    uploads.set(upload.slot, upload);
    say();
  };
  const stop = (slot: string) => {
    const stopping = stops.get(slot);
    stops.delete(slot);
    stopping?.();
  };
  const forget = (slot: string) => {
    stop(slot);
    uploads.delete(slot);
    attempts.delete(slot);
    parts.drop(slot);
    say();
  };

  async function send(slot: string, file: File): Promise<void> {
    stop(slot);
    const isCurrent = () => !isClosed && uploads.get(slot)?.file === file;
    put({ slot, file, state: 'sending', percent: 0 });
    const upload = parts.send(file, (sent, total) => {
      if (isCurrent())
        put({ slot, file, state: 'sending', percent: total > 0 ? Math.round((sent / total) * 100) : 0 });
    });
    stops.set(slot, upload.abort);
    try {
      const photo = await upload.done;
      if (!isCurrent()) return;
      stops.delete(slot);
      forget(slot);
      parts.onPhoto(slot, photo);
    } catch (error) {
      if (!(error instanceof Refusal) || error.body.code === 'aborted' || !isCurrent()) return;
      if (isPassing(error.status)) wait(slot, file);
      else put({ slot, file, state: 'refused', percent: 0, refusal: error });
    }
  }

  function wait(slot: string, file: File): void {
    const attempt = attempts.get(slot) ?? 0;
    attempts.set(slot, attempt + 1);
    put({ slot, file, state: 'waiting', percent: 0 });
    stops.set(
      slot,
      parts.later(() => void send(slot, file), WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)]!),
    );
  }

  return {
    add: (slot, file) => {
      attempts.delete(slot);
      parts.keep(slot, file);
      void send(slot, file);
    },
    retry: (slot) => {
      const upload = uploads.get(slot);
      if (upload) void send(slot, upload.file);
    },
    retryAll: () => {
      for (const { slot, file, state } of uploads.values()) if (state === 'waiting') void send(slot, file);
    },
    drop: forget,
    close: () => {
      isClosed = true;
      for (const slot of [...stops.keys()]) stop(slot);
    },
  };
}

const isPassing = (status: number): boolean => status === 0 || (status >= 502 && status <= 504);
