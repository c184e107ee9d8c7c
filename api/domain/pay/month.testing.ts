import { bps, fen } from '../money.ts';
import type { Month } from '../month.ts';
import type { ComponentRule, PayComponent } from './component.ts';
import type { EarnedSum, MonthInput, RecoupItem } from './month-facts.ts';
import { ANYWHERE } from './scope.ts';

let nextId = 0;

/** A component in force since 2026-01-01, of everything, unless said otherwise. */
export const component = (rule: ComponentRule, over: Partial<PayComponent> = {}): PayComponent =>
  ({
    id: ++nextId,
    contractVersionId: 1,
    clause: 'MCN-2026-003 v1 §1',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    priority: 0,
    scope: ANYWHERE,
    minFen: null,
    maxFen: null,
    ...rule,
    ...over,
  }) as PayComponent;

export const month = (components: readonly PayComponent[], over: Partial<MonthInput> = {}): MonthInput => ({
  anchorId: 7,
  anchorPartyId: 1,
  month: '2026-05' as Month,
  relation: 'independent',
  wageFloorFen: null,
  components,
  openingFen: fen(0),
  otherFen: fen(0),
  earned: [],
  streams: [],
  fees: [],
  recoupItems: [],
  withheld: [],
  cases: [],
  fines: [],
  adjustments: [],
  guarantees: [],
  tiered: [],
  ...over,
});

export const share = (shareFen: number, over: Partial<EarnedSum> = {}): EarnedSum => ({
  platform: 'douyin',
  brandId: null,
  category: null,
  productId: null,
  streamId: null,
  quantity: 1,
  salesFen: fen(shareFen * 10),
  commissionFen: fen(shareFen * 2),
  concernsMonth: '2026-05' as Month,
  shareFen: fen(shareFen),
  day: '2026-05-10',
  ...over,
});

export const item = (componentId: number, amountFen: number, over: Partial<RecoupItem> = {}): RecoupItem => ({
  itemId: 1,
  componentId,
  name: '签约预支',
  day: '2026-04-01',
  amountFen: fen(amountFen),
  recoupedFen: fen(0),
  requestedBy: 'operator',
  approvedBy: 'finance',
  ...over,
});

/** Basis points, or none. */
export const rate = (value: number | null) => (value === null ? null : bps(value));
