import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Refusal } from '../shell/http.ts';
import { uploadFile } from './upload-file.ts';

/** A browser's XMLHttpRequest as far as an upload uses it; `answer` is given when it is sent. */
function answering(answer: { status: number; body: string } | 'network' | 'never') {
  const sent: { url: string; body: unknown }[] = [];
  class FakeRequest {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    status = 0;
    statusText = '';
    responseText = '';
    url = '';
    open(_method: string, url: string) {
      this.url = url;
    }
    setRequestHeader() {}
    abort() {
      this.onabort?.();
    }
    send(body: unknown) {
      sent.push({ url: this.url, body });
      this.upload.onprogress?.({ loaded: 5, total: 10 });
      if (answer === 'never') return;
      if (answer === 'network') return this.onerror?.();
      this.status = answer.status;
      this.responseText = answer.body;
      this.onload?.();
    }
  }
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  return sent;
}

const file = new File(['a,b\n1,2\n'], 'orders.csv');
const refusalOf = (work: Promise<unknown>) =>
  work.then(() => undefined).catch((error: unknown) => error as Refusal);

afterEach(() => vi.unstubAllGlobals());

describe('an upload', () => {
  it('sends the file as one part, says how far it is, and gives back the preview', async () => {
    const sent = answering({ status: 200, body: '{"fileToken":"ab","headers":["a","b"]}' });
    const steps: number[] = [];
    const preview = await uploadFile(file, (bytes) => steps.push(bytes)).done;
    expect(preview).toEqual({ fileToken: 'ab', headers: ['a', 'b'] });
    expect(sent[0]!.url).toBe('/api/imports/preview');
    expect(((sent[0]!.body as FormData).get('file') as File).name).toBe('orders.csv');
    expect(steps).toEqual([5]);
  });

  it('is refused with the reason and the request the API names', async () => {
    answering({ status: 422, body: '{"code":"file_empty","message":"The file is empty.","requestId":"r1"}' });
    const refusal = await refusalOf(uploadFile(file, () => {}).done);
    expect([refusal?.status, refusal?.body.code, refusal?.body.requestId]).toEqual([422, 'file_empty', 'r1']);
  });

  it('tells a lost network and an answer that is no JSON from a refusal', async () => {
    answering('network');
    expect((await refusalOf(uploadFile(file, () => {}).done))?.body.code).toBe('offline');
    answering({ status: 502, body: '<html>' });
    expect((await refusalOf(uploadFile(file, () => {}).done))?.body.code).toBe('internal');
  });

  it('can be stopped', async () => {
    answering('never');
    const upload = uploadFile(file, () => {});
    upload.abort();
    expect((await refusalOf(upload.done))?.body.code).toBe('aborted');
  });
});
