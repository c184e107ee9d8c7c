import { describe, expect, it } from 'vitest';
import { Refusal } from '../shell/http.ts';
import type { Photo } from './photo.ts';
import { makeUploadQueue, type Upload } from './upload-queue.ts';

const photo = { id: 7 } as Photo;
const file = (name: string) => new File(['x'], name);
const offline = () => new Refusal(0, { code: 'offline', message: 'no network' });

/** A queue whose sendings are answered by hand. */
function open() {
  const sendings: { file: File; answer: (photo: Photo) => void; fail: (error: Refusal) => void }[] = [];
  const later: (() => void)[] = [];
  const kept = new Set<string>();
  const photos: [string, number][] = [];
  let uploads: readonly Upload[] = [];
  const queue = makeUploadQueue({
    send: (sent) => {
      let fail: (error: Refusal) => void = () => {};
      const done = new Promise<Photo>((answer, reject) => {
        fail = reject;
        sendings.push({ file: sent, answer, fail });
      });
      return { done, abort: () => fail(new Refusal(0, { code: 'aborted', message: 'stopped' })) };
    },
    keep: (slot) => kept.add(slot),
    drop: (slot) => kept.delete(slot),
    onPhoto: (slot, { id }) => photos.push([slot, id]),
    onChange: (now) => {
      uploads = now;
    },
    later: (work) => {
      later.push(work);
      return () => later.splice(later.indexOf(work), 1);
    },
  });
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    queue,
    sendings,
    later,
    kept,
    photos,
    rest,
    uploads: () => uploads.map(({ slot, state }) => `${slot} ${state}`),
  };
}

describe('photos on their way', () => {
  it('are kept until the server has them', async () => {
    const { queue, sendings, kept, photos, rest, uploads } = open();
    queue.add('front', file('a.jpg'));
    expect([uploads(), [...kept]]).toEqual([['front sending'], ['front']]);
    sendings[0]!.answer(photo);
    await rest();
    expect([uploads(), [...kept], photos]).toEqual([[], [], [['front', 7]]]);
  });

  it('wait without a network, say so, and go again by themselves or when it is back', async () => {
    const { queue, sendings, later, kept, rest, uploads } = open();
    queue.add('front', file('a.jpg'));
    sendings[0]!.fail(offline());
    await rest();
    expect([uploads(), [...kept], later.length]).toEqual([['front waiting'], ['front'], 1]);
    later[0]!();
    expect(uploads()).toEqual(['front sending']);
    sendings[1]!.fail(offline());
    await rest();
    queue.retryAll();
    expect(sendings).toHaveLength(3);
  });

  it('stay with the reason of a refusal until taken again, and only the newest of a slot counts', async () => {
    const { queue, sendings, photos, rest, uploads } = open();
    queue.add('front', file('a.jpg'));
    sendings[0]!.fail(new Refusal(422, { code: 'photo_heic', message: 'HEIC' }));
    await rest();
    expect(uploads()).toEqual(['front refused']);
    queue.add('front', file('b.jpg'));
    queue.add('front', file('c.jpg'));
    sendings[1]!.answer({ ...photo, id: 8 });
    sendings[2]!.answer({ ...photo, id: 9 });
    await rest();
    expect(photos).toEqual([['front', 9]]);
  });
});
