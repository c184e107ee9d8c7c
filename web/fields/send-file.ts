import { Refusal, type RefusalBody } from '../shell/http.ts';

/**
 * Sends a file as multipart field `file` to an address below the API. XMLHttpRequest, because fetch cannot say how much
 * of a body has been sent. Rejects with Refusal; `abort` rejects with code `aborted`.
 */
export function sendFile<T>(
  path: string,
  file: File,
  onProgress: (sentBytes: number, totalBytes: number) => void,
): { done: Promise<T>; abort: () => void } {
  const upload = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    const refuse = (status: number, body: RefusalBody) => reject(new Refusal(status, body));
    upload.open('POST', `/api${path}`);
    upload.setRequestHeader('Accept', 'application/json');
    upload.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    upload.onerror = () => refuse(0, { code: 'offline', message: 'The server cannot be reached.' });
    upload.onabort = () => refuse(0, { code: 'aborted', message: 'The upload was stopped.' });
    upload.onload = () => {
      const body = readBody(upload.responseText);
      if (upload.status >= 200 && upload.status < 300) return resolve(body as T);
      const said = body as Partial<RefusalBody>;
      refuse(upload.status, {
        ...said,
        code: said.code ?? 'internal',
        message: said.message ?? upload.statusText,
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
