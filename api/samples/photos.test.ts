import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { paint, sendPhoto } from '../photo-scene.testing.ts';
import { say } from '../say.testing.ts';
import { openSampleScene } from './sample-scene.testing.ts';

const { scene } = openSampleScene();

describe('a photo', () => {
  it('is kept byte for byte, and sent again it is the same photo', async () => {
    const bytes = await paint(1);
    const photo = await (await sendPhoto(scene.operator, bytes)).json();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(photo).toMatchObject({ sha256, width: 320, height: 320, takenAtIsProof: false, usedFor: null });
    expect((await (await sendPhoto(scene.operator, bytes)).json()).id).toBe(photo.id);
    expect((await (await sendPhoto(scene.compliance, bytes)).json()).id).not.toBe(photo.id);
    const original = await scene.operator.get(`/api/photos/${photo.id}/image?size=original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('sent twice at once is one photo', async () => {
    const bytes = await paint(2);
    const answers = await Promise.all([sendPhoto(scene.operator, bytes), sendPhoto(scene.operator, bytes)]);
    const ids = await Promise.all(answers.map(async (one) => (await one.json()).id));
    expect(ids[0]).toBe(ids[1]);
  });

  it('is shown small, by its ETag, to staff alone', async () => {
    const { id } = await (await sendPhoto(scene.operator, await paint(3))).json();
    const view = await scene.operator.get(`/api/photos/${id}/image?size=thumb`);
    expect([view.status, view.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(view.headers.get('cache-control')).toMatch(/private/);
    const again = await scene.operator.request(`/api/photos/${id}/image?size=thumb`, {
      headers: { 'if-none-match': view.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    const anchor = await scene.app.as('anchor');
    expect(await say(anchor.get(`/api/photos/${id}/image`))).toBe('403 not_your_role');
    expect(await say(sendPhoto(anchor, await paint(4)))).toBe('403 not_your_role');
    expect(await say(sendPhoto(await scene.app.as('finance'), await paint(4)))).toBe('403 not_your_role');
  });

  it('that looks like another one is taken, with a warning', async () => {
    const first = await (await sendPhoto(scene.operator, await paint(5))).json();
    const sharp = (await import('sharp')).default;
    const again = await sharp(await paint(5))
      .jpeg({ quality: 60 })
      .toBuffer();
    const second = await (await sendPhoto(scene.operator, again)).json();
    expect(second.id).not.toBe(first.id);
    expect(second.warnings).toContainEqual(
      expect.objectContaining({ code: 'near_duplicate', photoId: first.id }),
    );
  });

  it.each([
    ['', '422 photo_empty'],
    ['no picture at all', '422 photo_unknown_kind'],
  ])('of nothing (%j) is refused', async (text, answer) => {
    expect(await say(sendPhoto(scene.operator, Buffer.from(text)))).toBe(answer);
  });

  it('is not changed or removed', async () => {
    for (const query of [
      scene.testDb.ownerDb.updateTable('photo').set({ file_name: 'x' }),
      scene.testDb.ownerDb.deleteFrom('photo'),
    ])
      await expect(query.execute()).rejects.toThrow('append-only');
  });
});
