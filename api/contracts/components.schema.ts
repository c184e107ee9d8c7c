import { z } from '@hono/zod-openapi';
import { PLATFORMS } from '../domain/platform.ts';

const day = z.iso.date().refine((text) => text >= '1900', 'a day since 1900');
const scopeId = z.int().positive().nullable().default(null);
const fen = z.int().min(0);
const bps = z.int().min(0).max(10_000);

const part = z.strictObject({
  partyId: z.int().positive(),
  takesFrom: z.enum(['base', 'rest']),
  rateBps: bps.nullable().openapi({ description: 'null receives the rest' }),
});

const head = {
  id: z.int().positive().optional().openapi({ description: 'not read: components are written anew' }),
  clauseNo: z.string().trim().min(1).max(60),
  platform: z.enum(PLATFORMS).nullable().default(null),
  brandId: scopeId,
  category: z.string().trim().min(1).max(40).nullable().default(null),
  productId: scopeId,
  streamId: scopeId,
  effectiveFrom: day,
  effectiveTo: day.nullable().default(null).openapi({ description: 'not included; null: as the version' }),
  priority: z.int().min(0).max(999).default(100).openapi({ description: 'lower first' }),
  minFen: fen.nullable().default(null),
  maxFen: fen.nullable().default(null),
};

const sum = { amountFen: fen };
const prorated = { amountFen: fen, prorate: z.boolean() };
const componentOf = <T extends string, R extends z.ZodRawShape>(type: T, rule: R) =>
  z.strictObject({ ...head, type: z.literal(type), rule: z.strictObject(rule) });

export const component = z.discriminatedUnion('type', [
  componentOf('per_stream', sum),
  componentOf('per_hour', {
    ...sum,
    rounding: z
      .strictObject({ stepMinutes: z.int().min(1).max(120), mode: z.enum(['down', 'up', 'nearest']) })
      .nullable()
      .openapi({ description: 'null: the house default, down to the quarter hour' }),
  }),
  componentOf('per_item', sum),
  componentOf('fee_share', { of: z.enum(['slot_fee', 'service_fee']), parts: z.array(part).min(1).max(16) }),
  componentOf('tiered_share', {
    of: z.enum(['net_sales', 'commission']).openapi({ description: 'the base, of the anchor’s own lines' }),
    mode: z.enum(['marginal', 'retroactive']).openapi({
      description: 'marginal: each slice at its own rate; retroactive: the tier reached pays the whole month',
    }),
    tiers: z
      .array(z.strictObject({ fromFen: fen, rateBps: bps }))
      .min(1)
      .max(20)
      .openapi({ description: 'rising, the first from 0; a tier ends where the next one starts' }),
  }),
  componentOf('limit', {}),
  componentOf('base_or_commission', prorated),
  componentOf('base_plus_commission', prorated),
  componentOf('guarantee', {
    ...prorated,
    span: z.enum(['month', 'contract']),
    counts: z.enum(['shares', 'all_earnings']),
    conditions: z
      .array(z.strictObject({ kind: z.enum(['min_streams', 'min_minutes']), count: z.int().min(1) }))
      .max(4),
  }),
  componentOf('holdback', {
    rates: z
      .array(z.strictObject({ category: z.string().trim().min(1).max(40).nullable(), rateBps: bps }))
      .min(1)
      .max(20),
    releaseAfterDays: z.int().min(1).max(730),
  }),
  componentOf('fine', {
    capBps: bps.nullable(),
    noticeDays: z.int().min(0).max(90).nullable().openapi({ description: 'null: the house default' }),
  }),
  componentOf('recoup', { of: z.enum(['advance', 'training', 'traffic']), shareCeilingBps: bps.nullable() }),
]);

export const componentsEdit = z
  .strictObject({ components: z.array(component).max(100), rowVersion: z.int().positive() })
  .openapi('PayComponentsEdit');

export const componentsRecord = z
  .object({
    versionId: z.int(),
    rowVersion: z.int(),
    components: z.array(z.object({ id: z.int() }).loose()).openapi({
      description: 'as PayComponentsEdit takes them, with their ids',
    }),
  })
  .openapi('PayComponents');

export type ComponentsEdit = z.infer<typeof componentsEdit>;
