import { z } from '@hono/zod-openapi';
import { CATEGORIES } from '../domain/inspection/templates.ts';
import { day, text } from './samples.schema.ts';

const nullableText = z.string().nullable();
const pixel = z.number().min(0).max(100_000);
const point = z.tuple([pixel, pixel]);
const polygon = z.array(point).min(3).max(40);
const category = z.enum(CATEGORIES);
const attributes = z.record(
  z.string().regex(/^[a-zA-Z]{1,40}$/, 'the name of an attribute'),
  z.string().trim().max(4000),
);

export const sealBody = z
  .object({
    category,
    attributes,
    batch: z.string().trim().max(60),
    sealNumber: z.string().trim().max(60),
    sealedOn: day.optional(),
    supersedes: z.int().positive().max(2_147_483_647).nullable().default(null),
    faces: z
      .array(
        z
          .object({
            face: text(40),
            photoId: z.int().positive().max(2_147_483_647),
            outline: z.array(point).max(4),
            variableZones: z.array(polygon).max(20).default([]),
          })
          .strict(),
      )
      .max(20),
  })
  .strict()
  .openapi('SealEdit');

export const witnessBody = z
  .object({ contentSha256: z.string().regex(/^[0-9a-f]{64}$/, 'the hash of the seal that was looked at') })
  .strict()
  .openapi('SealWitness');

export const sealRecord = z
  .object({
    sampleId: z.int(),
    productId: z.int(),
    productName: z.string(),
    brandId: z.int().nullable(),
    brandName: nullableText,
    category,
    attributes,
    readGtin: nullableText,
    batch: z.string(),
    sealNumber: z.string(),
    sealedOn: z.string(),
    sealedById: z.string(),
    sealedByName: z.string(),
    sealedAt: z.string(),
    witnessedById: nullableText,
    witnessedByName: nullableText,
    witnessedAt: nullableText,
    contentSha256: z
      .string()
      .openapi({ description: 'of all that is sealed; before the witness, with the reader as the witness' }),
    sealText: nullableText,
    isInForce: z.boolean(),
    supersedes: z.int().nullable(),
    supersededBy: z.int().nullable(),
    faces: z.array(
      z.object({
        id: z.int(),
        face: z.string(),
        position: z.int(),
        photoId: z.int(),
        photoSha256: z.string(),
        width: z.int(),
        height: z.int(),
        outline: z.array(point),
        variableZones: z.array(polygon),
      }),
    ),
  })
  .openapi('Seal');

export type SealEdit = z.infer<typeof sealBody>;
