import { useEffect, useRef, useState } from 'react';
import { sendFile } from '../fields/send-file.ts';
import { dropFile, keepFile, listFiles } from './kept-files.ts';
import type { Photo } from './photo.ts';
import { makeUploadQueue, type Upload, type UploadQueue } from './upload-queue.ts';

export interface PhotoQueue extends Pick<UploadQueue, 'add' | 'retry' | 'drop'> {
  uploads: readonly Upload[];
}

/**
 * Photos of one place (`seal-7`), sent as soon as they are taken. What an earlier visit could not send goes on.
 * `purpose`: `unit:12`, so that a photo of another unit is refused at once.
 */
export function usePhotoQueue(
  place: string,
  onPhoto: (slot: string, photo: Photo) => void,
  purpose?: string,
): PhotoQueue {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const told = useRef(onPhoto);
  told.current = onPhoto;
  const queue = useRef<UploadQueue>(undefined);
  useEffect(() => {
    const made = makeUploadQueue({
      send: (file, onProgress) =>
        sendFile<Photo>(`/photos${purpose ? `?for=${purpose}` : ''}`, file, onProgress),
      keep: (slot, file) => keepFile(place, slot, file),
      drop: (slot) => dropFile(place, slot),
      onPhoto: (slot, photo) => told.current(slot, photo),
      onChange: setUploads,
      later: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
    queue.current = made;
    void listFiles(place).then((kept) => {
      if (queue.current === made) for (const { slot, file } of kept) made.add(slot, file);
    });
    window.addEventListener('online', made.retryAll);
    return () => {
      window.removeEventListener('online', made.retryAll);
      queue.current = undefined;
      made.close();
    };
  }, [place, purpose]);
  return {
    uploads,
    add: (slot, file) => queue.current?.add(slot, file),
    retry: (slot) => queue.current?.retry(slot),
    drop: (slot) => queue.current?.drop(slot),
  };
}
