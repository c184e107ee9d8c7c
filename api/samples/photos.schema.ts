import { z } from '@hono/zod-openapi';

const use = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sample'), sampleId: z.int(), face: z.string() }),
  z.object({
    kind: z.literal('unit'),
    unitId: z.int(),
    unitNo: z.int(),
    inspectionId: z.int(),
    face: z.string(),
  }),
]);

export const photoRecord = z
  .object({
    id: z.int(),
    sha256: z.string(),
    format: z.enum(['jpeg', 'png', 'webp']),
    fileName: z.string(),
    sizeBytes: z.int(),
    width: z.int().openapi({ description: 'of the original turned upright: outlines and boxes count in it' }),
    height: z.int(),
    barcodes: z.array(z.object({ format: z.string(), text: z.string() })),
    takenAtText: z.string().nullable().openapi({ description: "the camera's own word, which can be edited" }),
    takenAtIsProof: z.literal(false),
    device: z.string().nullable(),
    perceptualHash: z.string(),
    sharpness: z.number(),
    uploadedById: z.string().nullable(),
    uploadedByName: z.string().nullable(),
    uploadedAt: z.string(),
    usedFor: use.nullable(),
    warnings: z.array(
      z.object({
        code: z.literal('near_duplicate'),
        photoId: z.int(),
        distance: z.int(),
        usedFor: use.nullable(),
      }),
    ),
  })
  .openapi('Photo');

/** What the photo is meant for, so that a photo of another thing is refused while the unit is in hand. */
export const uploadQuery = z
  .object({
    for: z
      .string()
      .regex(/^(?:unit|sample):[1-9]\d{0,8}$/, 'unit:12 or sample:12')
      .optional(),
    codes: z
      .enum(['read', 'skip'])
      .default('read')
      .openapi({ description: 'skip: the sender knows that this side shows no bar code' }),
  })
  .strict();

export const uploadBody = {
  body: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: z.object({ file: z.string().openapi({ format: 'binary' }) }),
      },
    },
  },
};

export const imageQuery = z.object({ size: z.enum(['thumb', 'view', 'original']).default('view') }).strict();

export type ImageSize = z.infer<typeof imageQuery>['size'];
