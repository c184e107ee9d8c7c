import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listBankReturns } from '../../../db/queries/bank-returns.ts';
import { readBatch } from '../../../db/queries/payout-batches.ts';
import { MAX_RETURN_BYTES } from '../../bank-files/read-return.ts';
import { DomainError } from '../../domain/error.ts';
import type { Env } from '../../http/context.ts';
import { read } from '../../http/read.ts';
import { found, guard, idParam, json, route, router } from '../../http/route.ts';
import { receiveUpload, type Upload } from '../../http/uploads/receive-upload.ts';
import { actorOf } from './batches.route.ts';
import { returnMatch, returnRow, returnTaken } from './batches.schema.ts';
import { previewReturn, takeReturn } from './take-return.ts';

/** What the bank answers to a batch. The same file is taken once by its hash, whatever key it is sent with. */
export const returnRoutes = router();

const list = route({
  method: 'get',
  path: '/payout-batches/{id}/returns',
  policy: 'payout-batches.show',
  request: { params: idParam },
  responses: json(z.array(returnRow), 'The return files of a batch and what each did'),
});
returnRoutes.openapi(list, async (c) => {
  const { id } = c.req.valid('param');
  const rows = await read(c, async (trx) => {
    found(await readBatch(trx, id), 'batch', id);
    return listBankReturns(trx, id);
  });
  return c.json(rows, 200);
});

const uploadRequest = {
  params: idParam,
  body: {
    required: true,
    content: {
      'multipart/form-data': { schema: z.object({ file: z.string().openapi({ format: 'binary' }) }) },
    },
  },
};

const preview = route({
  method: 'post',
  path: '/payout-batches/{id}/returns/preview',
  policy: 'payout-batches.return',
  responses: json(returnMatch, 'What the file would do'),
});
const { middleware: _p, ...previewDocumented } = preview;
returnRoutes.openAPIRegistry.registerPath({ ...previewDocumented, request: uploadRequest });
returnRoutes.post('/payout-batches/:id/returns/preview', guard('payout-batches.return'), async (c) =>
  c.json(await withUpload(c, (id, file) => previewReturn(c.get('services'), actorOf(c), id, file)), 200),
);

const take = route({
  method: 'post',
  path: '/payout-batches/{id}/returns',
  policy: 'payout-batches.return',
  responses: json(returnTaken, 'What the file did, and the batch as it is now'),
});
const { middleware: _t, ...takeDocumented } = take;
returnRoutes.openAPIRegistry.registerPath({ ...takeDocumented, request: uploadRequest });
returnRoutes.post('/payout-batches/:id/returns', guard('payout-batches.return'), async (c) =>
  c.json(await withUpload(c, (id, file) => takeReturn(c.get('services'), actorOf(c), id, file)), 200),
);

function withUpload<T>(c: Context<Env>, work: (id: number, file: Upload) => Promise<T>): Promise<T> {
  const params = idParam.safeParse(c.req.param());
  if (!params.success) throw new DomainError('not_found', 'not_found', `there is nothing at ${c.req.path}`);
  return receiveUpload(c.req.raw, c.get('services').dataDir, MAX_RETURN_BYTES, (file) =>
    work(params.data.id, file),
  );
}
