import type { Bps, Fen } from '../money.ts';
import type { SharePart } from '../settlement.ts';

/** What a component looks at: null means any. Streams know no brand, product or category; fees know no category. */
export interface PayScope {
  platform: string | null;
  brandId: number | null;
  category: string | null;
  productId: number | null;
  streamId: number | null;
}

/** The part of every component: where it stands in the contract, when it applies, and its bounds. */
export interface ComponentHead {
  id: number;
  contractVersionId: number;
  /** As a person cites it: `MCN-2026-003 v2 §4.1`. */
  clause: string;
  /** Days `[effectiveFrom, effectiveTo)` as `2026-05-01`; null = no end. */
  effectiveFrom: string;
  effectiveTo: string | null;
  /** Lower first, among earnings and among deductions. */
  priority: number;
  scope: PayScope;
  /** Bounds of what the component gives (or takes) in one statement month, both ≥ 0; null = none. Base pay and guarantees have none. */
  minFen: Fen | null;
  maxFen: Fen | null;
}

/** Minutes live are counted in whole steps, per stream. */
export interface MinuteRounding {
  stepMinutes: number;
  mode: 'down' | 'up' | 'nearest';
}

/** A tier's start, included, of the month's base, and its rate; it ends where the next one starts. */
export interface TierRate {
  fromFen: Fen;
  rateBps: Bps;
}

export type GuaranteeCondition =
  | { kind: 'min_streams'; count: number }
  /** Minutes live, rounded as nothing: the real ones. */
  | { kind: 'min_minutes'; count: number };

export type ComponentRule =
  /** A fixed sum for each stream held. */
  | { type: 'per_stream'; amountFen: Fen }
  /** A sum per hour live; `rounding: null` takes the house default, down to the quarter hour. */
  | { type: 'per_hour'; amountFen: Fen; rounding: MinuteRounding | null }
  /** A sum per item sold, refunded items taken back. */
  | { type: 'per_item'; amountFen: Fen }
  /** Slot fees (坑位费) or service fees of deals, divided like a line: exactly one part without a rate. */
  | { type: 'fee_share'; of: 'slot_fee' | 'service_fee'; parts: readonly SharePart[] }
  /** A commission of the anchor's month beside the shares of lines: `marginal` slice by slice, `retroactive` one rate for all of it. */
  | {
      type: 'tiered_share';
      of: 'net_sales' | 'commission';
      mode: 'marginal' | 'retroactive';
      /** Rising, the first from zero. */
      tiers: readonly TierRate[];
    }
  /** Bounds (`minFen`, `maxFen`) of the shares of lines in the scope. */
  | { type: 'limit' }
  | { type: 'base_or_commission'; amountFen: Fen; prorate: boolean }
  | { type: 'base_plus_commission'; amountFen: Fen; prorate: boolean }
  /** `month`: each month alone. `contract`: topped up to the sum of the guarantees so far, good months counting against bad. */
  | {
      type: 'guarantee';
      amountFen: Fen;
      prorate: boolean;
      span: 'month' | 'contract';
      counts: 'shares' | 'all_earnings';
      conditions: readonly GuaranteeCondition[];
    }
  /** 质保金: a rate of the anchor's shares, by category (null: every category not named). */
  | {
      type: 'holdback';
      rates: readonly { category: string | null; rateBps: Bps }[];
      /** After the last day of the month it was withheld in. */
      releaseAfterDays: number;
    }
  /** `capBps`: of the month's earnings; with no `maxFen` either, the house default. `noticeDays: null`: the house default. */
  | { type: 'fine'; capBps: Bps | null; noticeDays: number | null }
  /** Advances and costs paid back. `shareCeilingBps`: of the month's earnings. */
  | {
      type: 'recoup';
      of: 'advance' | 'training' | 'traffic';
      shareCeilingBps: Bps | null;
    };

/** A component of a contract version: data, like a share rule. */
export type PayComponent = ComponentHead & ComponentRule;
export type ComponentType = ComponentRule['type'];
export type ComponentOf<T extends ComponentType> = ComponentHead & Extract<ComponentRule, { type: T }>;

/** Where a contract is silent. Defaults of this house, not law; every entry that uses one says so. */
export const HOUSE_DEFAULTS = {
  minuteRounding: { stepMinutes: 15, mode: 'down' } satisfies MinuteRounding,
  fineCapBps: 2_000 as Bps,
  fineNoticeDays: 7,
} as const;
