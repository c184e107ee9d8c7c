import sharp from 'sharp';
import type { TestClient } from './http/test-client.ts';

/** A picture like no other: blocks of colour from a seed, as JPEG. */
export async function paint(seed: number, side = 320): Promise<Buffer> {
  const blocks = Buffer.alloc(8 * 8 * 3);
  let state = seed * 2_654_435_761;
  for (let i = 0; i < blocks.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    blocks[i] = state >>> 24;
  }
  return sharp(blocks, { raw: { width: 8, height: 8, channels: 3 } })
    .resize(side, side, { kernel: 'nearest' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Sends a photo as a phone does. */
export function sendPhoto(who: TestClient, bytes: Uint8Array, query = ''): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(bytes)], { type: 'image/jpeg' }), 'IMG_0001.jpg');
  return who.request(`/api/photos${query}`, { method: 'POST', body: form });
}

/** The id of a new photo. */
export async function addPhoto(who: TestClient, seed: number): Promise<number> {
  const response = await sendPhoto(who, await paint(seed), '?codes=skip');
  if (response.status !== 200) throw new Error(`no photo: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: number }).id;
}

export const SERUM = {
  name: '烟酰胺焕亮精华液',
  brand: '晨露',
  gtin: '6901234567892',
  netContent: '30 ml',
  shelfLife: '36个月',
  ingredients: '水、烟酰胺、甘油',
  filingNumber: '粤G妆网备字2025123456',
  licenceNumber: '粤妆20200001',
  maker: '广东晨露生物科技有限公司',
  origin: '广东广州',
  spec: '30ml/瓶',
};

const OUTLINE = [
  [10, 10],
  [300, 10],
  [300, 300],
  [10, 300],
];

/** The body of a seal over these photos. */
export const sealOf = (sealNumber: string, photoIds: readonly number[], more: object = {}) => ({
  category: 'cosmetics',
  attributes: SERUM,
  batch: 'L20260301',
  sealNumber,
  faces: photoIds.map((photoId, at) => ({
    face: ['front', 'back', 'side'][at],
    photoId,
    outline: OUTLINE,
    variableZones: at === 0 ? [] : [OUTLINE],
  })),
  ...more,
});

/** A product with its sealed sample, from the request to the witness; answers the sample's id. */
export async function sealProduct(
  [sealer, witness]: readonly [TestClient, TestClient],
  productId: number,
  seal: { sealNumber: string; photoIds: readonly number[] } & object,
): Promise<number> {
  const post = async (who: TestClient, path: string, body: object = {}) => {
    const response = await who.post(path, body);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { id } = await post(sealer, '/api/samples', { productId, anchorId: null, pieces: 1 });
  const at = `/api/samples/${id}`;
  await post(sealer, `${at}/approve`);
  await post(sealer, `${at}/send`, { carrier: '顺丰', trackingNo: 'SF1' });
  await post(sealer, `${at}/receive`);
  const { sealNumber, photoIds, ...more } = seal;
  await post(sealer, `${at}/seal`, sealOf(sealNumber, photoIds, more));
  const { contentSha256 } = await (await witness.get(`${at}/seal`)).json();
  await post(witness, `${at}/witness`, { contentSha256 });
  return id;
}
