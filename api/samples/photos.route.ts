import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type PhotoRow, readPhoto } from '../../db/queries/photos.ts';
import type { Env } from '../http/context.ts';
import { invalidInput } from '../http/errors.ts';
import { read } from '../http/read.ts';
import { found, guard, idParam, json, route, router } from '../http/route.ts';
import { keptPath } from '../http/uploads/keep-file.ts';
import { receiveUpload } from '../http/uploads/receive-upload.ts';
import { PHOTO_LIMITS } from '../photos/intake/decode.ts';
import { type ImageSize, imageQuery, photoRecord, uploadBody, uploadQuery } from './photos.schema.ts';
import { type PhotoPurpose, shownPhoto, storePhoto } from './store-photo.ts';

/** Photos as evidence: taken in once, handed out as they came or as small pictures without the camera's notes. */
export const photoRoutes = router();

/** A multipart body is a little larger than its one file. */
const ENVELOPE_BYTES = 10_000;

const upload = route({
  method: 'post',
  path: '/photos',
  policy: 'photos.upload',
  responses: json(photoRecord, 'The photo that is kept; the same one when it was sent before'),
});
const { middleware: _u, ...documented } = upload;
photoRoutes.openAPIRegistry.registerPath({ ...documented, request: { query: uploadQuery, ...uploadBody } });
photoRoutes.post('/photos', guard('photos.upload'), async (c) => {
  const parsed = uploadQuery.safeParse(c.req.query());
  if (!parsed.success) throw invalidInput(parsed.error);
  const services = c.get('services');
  const limit = PHOTO_LIMITS.maxBytes + ENVELOPE_BYTES;
  const photo = await receiveUpload(c.req.raw, services.dataDir, limit, (file) =>
    storePhoto(services, c.get('identity'), file, {
      purpose: purposeOf(parsed.data.for),
      readsCodes: parsed.data.codes === 'read',
    }),
  );
  return c.json(photo, 200);
});

const show = route({
  method: 'get',
  path: '/photos/{id}',
  policy: 'photos.show',
  request: { params: idParam },
  responses: json(photoRecord, 'One photo'),
});
photoRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  const photo = await read(c, async (trx) => shownPhoto(trx, found(await readPhoto(trx, id), 'photo', id)));
  return c.json(photo, 200);
});

const image = route({
  method: 'get',
  path: '/photos/{id}/image',
  policy: 'photos.show',
  request: { params: idParam, query: imageQuery },
  responses: {
    200: { description: 'The picture', content: { 'image/jpeg': { schema: z.string() } } },
    304: { description: 'It is the picture the reader has' },
  },
});
photoRoutes.openapi(image, async (c) => {
  const { id } = c.req.valid('param');
  const photo = found(await read(c, (trx) => readPhoto(trx, id)), 'photo', id);
  return answerImage(c, photo, c.req.valid('query').size);
});

function purposeOf(text: string | undefined): PhotoPurpose | undefined {
  if (text === undefined) return undefined;
  const [kind, id] = text.split(':');
  return { kind: kind as PhotoPurpose['kind'], id: Number(id) };
}

/** Small pictures are drawn here and may be shown; the original comes from outside and is only handed over. */
async function answerImage(c: Context<Env>, photo: PhotoRow, size: ImageSize): Promise<Response> {
  const sha256 = { original: photo.sha256, view: photo.viewSha256, thumb: photo.thumbSha256 }[size];
  const headers: Record<string, string> = {
    etag: `"${sha256}"`,
    'cache-control': 'private, max-age=0, must-revalidate',
    'x-content-type-options': 'nosniff',
  };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  const file = keptPath(c.get('services').dataDir, sha256);
  const info = found(await stat(file).catch(() => undefined), 'file', sha256);
  const isOriginal = size === 'original';
  return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
    ...headers,
    'content-type': isOriginal ? 'application/octet-stream' : 'image/jpeg',
    'content-length': String(info.size),
    ...(isOriginal && {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(photo.fileName)}`,
    }),
  });
}
