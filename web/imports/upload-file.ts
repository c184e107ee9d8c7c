import { Refusal, type RefusalBody } from '../shell/http.ts';

/** What the API read of a file before anything of it is stored. */
export interface Preview {
  fileToken: string;
  fileName: string;
  /** A profile's id, `mapping` for a saved mapping, null when one has to be made. */
  recognised: string | null;
  title: string | null;
  platform: string | null;
  encoding: string | null;
  delimiter: string | null;
  headers: string[];
  sampleRows: string[][];
  suggestedMapping: Record<string, unknown> | null;
}

/**
 * Sends a file for a first look. XMLHttpRequest, because fetch cannot say how much of a body has been sent.
 * Rejects with Refusal; `abort` rejects with code `aborted`.
 */
export function uploadFile(
  file: File,
  onProgress: (sentBytes: number, totalBytes: number) => void,
): { done: Promise<Preview>; abort: () => void } {
  const upload = new XMLHttpRequest();
  const done = new Promise<Preview>((resolve, reject) => {
    const refuse = (status: number, body: RefusalBody) => reject(new Refusal(status, body));
    upload.open('POST', '/api/imports/preview');
    upload.setRequestHeader('Accept', 'application/json');
    upload.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    upload.onerror = () => refuse(0, { code: 'offline', message: 'The server cannot be reached.' });
    upload.onabort = () => refuse(0, { code: 'aborted', message: 'The upload was stopped.' });
    upload.onload = () => {
      const body = readBody(upload.responseText);
      if (upload.status >= 200 && upload.status < 300) resolve(body as Preview);
      else
        refuse(upload.status, {
          ...(body as Partial<RefusalBody>),
          code: (body as Partial<RefusalBody>).code ?? 'internal',
          message: (body as Partial<RefusalBody>).message ?? upload.statusText,
        });
    };
    const form = new FormData();
    form.append('file', file);
    upload.send(form);
  });
  return { done, abort: () => upload.abort() };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
