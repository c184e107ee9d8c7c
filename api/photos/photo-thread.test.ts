import { describe, expect, it } from 'vitest';
import { openPhotoThread } from './photo-thread.ts';

const LIMITS = { maxWorkMilliseconds: 800, maxMilliseconds: 60_000, maxBufferMegabytes: 600 };

/** A thread that answers each request with what this JavaScript of it says. */
const threadOf = (answer: string) =>
  openPhotoThread<string, string>(
    new URL(
      `data:text/javascript,${encodeURIComponent(
        `import { parentPort } from 'node:worker_threads';
        parentPort.on('message', async (request) => parentPort.postMessage({ answer: ${answer} }));`,
      )}`,
    ),
  );

describe('a thread for photos', () => {
  it('is not called slow for waiting, not even for its beginning', async () => {
    const wait = threadOf(`await new Promise((resolve) => setTimeout(resolve, 1300, request))`);
    expect(await wait('a photo', LIMITS)).toBe('a photo');
  });

  it('is ended when it does not stop working', async () => {
    const work = threadOf(`request === 'endless' ? (() => { for (;;); })() : request`);
    await expect(work('endless', LIMITS)).rejects.toMatchObject({ code: 'photo_too_slow' });
    expect(await work('the next', LIMITS)).toBe('the next');
  });

  it('that dies takes one photo with it', async () => {
    const work = threadOf(`request === 'deadly' ? process.exit(1) : request`);
    const [first, second] = await Promise.allSettled([work('deadly', LIMITS), work('the next', LIMITS)]);
    expect(first).toMatchObject({ status: 'rejected', reason: { message: /ended without an answer/ } });
    expect(second).toMatchObject({ status: 'fulfilled', value: 'the next' });
  });
});
