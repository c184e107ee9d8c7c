import type { Figure, Missing, MissingFigure } from './contract-figures-shape.ts';
import { figure, missingFigure, sayMonths } from './contract-figures-words.ts';
import { addFen, type Bps, bps, type Fen, fen, formatYuan, mulDivHalfUp } from './money.ts';
import type { Month } from './month.ts';
import { type SettleableLine, type ShareRule, type ShareTier, settleMonth } from './settlement.ts';

/** The last settled months and the rules to settle them by again; null: there is no such term. */
export interface ShareReplay {
  anchorPartyId: number;
  months: readonly { month: Month; lines: readonly SettleableLine[] }[];
  thisTerm: readonly ShareRule[] | null;
  fairTerm: readonly ShareRule[] | null;
  counterOffer: readonly ShareRule[] | null;
}

/** A term in one breath: the anchor's rate by tiers, of what the platform left. */
export interface PlainShare {
  anchorId: number;
  anchorPartyId: number;
  companyPartyId: number;
  /** Taken off the base first; null: nothing is. */
  platform: { partyId: number; rateBps: Bps } | null;
  base: ShareRule['base'];
  tiers: readonly { fromFen: Fen; toFen: Fen | null; anchorBps: Bps }[];
}

const BESIDE = ['SHARE_TOO_LOW', 'REV_SHARE_UNILATERAL'];
const TERMS = {
  thisTerm: { key: 'share_this_term', zh: '按本条款', en: 'Under this term', missing: 'no_rules' },
  fairTerm: { key: 'share_fair_term', zh: '按参照条款', en: 'Under the fair term', missing: 'no_fair_term' },
  counterOffer: {
    key: 'share_counter_offer',
    zh: '按对方新方案',
    en: "Under the other side's offer",
    missing: 'no_counter_offer',
  },
} as const satisfies Record<string, { key: string; zh: string; en: string; missing: Missing }>;
type TermName = keyof typeof TERMS;

/** The same orders settled by each term: what the anchor would have had, month by month, and the difference. */
export function shareFigures(replay: ShareReplay | null): (Figure | MissingFigure)[] {
  const names = ['thisTerm', 'fairTerm', 'counterOffer'] as const;
  if (replay === null || replay.months.every(({ lines }) => lines.length === 0)) {
    return [missingFigure('share_this_term', 'no_settled_lines', TERMS.thisTerm, { beside: BESIDE })];
  }
  const results = new Map(names.map((name) => [name, replayTerm(replay, name)]));
  const baseline = results.get('thisTerm');
  return names.flatMap((name) => {
    const result = results.get(name);
    const { key, missing, ...words } = TERMS[name];
    if (!result) return [missingFigure(key, missing, words, { beside: BESIDE })];
    const own = sayReplay(name, result);
    return baseline && name !== 'thisTerm' ? [own, sayDifference(name, result, baseline)] : [own];
  });
}

/** The rule a plain term stands for, valid at any time and for every order. */
export function plainShareRule(share: PlainShare): ShareRule {
  const tiers = share.tiers.map(
    ({ fromFen, toFen, anchorBps }, id): ShareTier => ({
      id,
      fromFen,
      toFen,
      parts: [
        ...(share.platform
          ? [{ partyId: share.platform.partyId, takesFrom: 'base' as const, rateBps: share.platform.rateBps }]
          : []),
        { partyId: share.anchorPartyId, takesFrom: 'rest', rateBps: bps(anchorBps) },
        { partyId: share.companyPartyId, takesFrom: 'rest', rateBps: null },
      ],
    }),
  );
  return {
    id: 0,
    anchorId: share.anchorId,
    platform: null,
    brandId: null,
    productId: null,
    streamId: null,
    base: share.base,
    tierOnRefund: 'frozen',
    effectiveFrom: Number.MIN_SAFE_INTEGER,
    effectiveTo: null,
    tiers,
  };
}

interface ReplayResult {
  months: { month: Month; amountFen: Fen }[];
  totalFen: Fen;
  lines: number;
  refused: number;
}

function replayTerm(replay: ShareReplay, name: TermName): ReplayResult | undefined {
  const rules = replay[name];
  if (rules === null || rules.length === 0) return undefined;
  const tiers = new Map(rules.flatMap((rule) => rule.tiers.map((tier) => [`${rule.id} ${tier.id}`, tier])));
  let lines = 0;
  let refused = 0;
  const months = replay.months.map(({ month, lines: ofMonth }) => {
    const result = settleMonth(ofMonth, rules);
    lines += ofMonth.length;
    refused += result.refused.length;
    const amounts = result.settled.map(({ ruleId, tierId, partsFen }) => {
      const { parts } = tiers.get(`${ruleId} ${tierId}`)!;
      return partsFen[parts.findIndex(({ partyId }) => partyId === replay.anchorPartyId)] ?? fen(0);
    });
    return { month, amountFen: addFen(...amounts) };
  });
  months.sort((a, b) => (a.month < b.month ? -1 : 1));
  return { months, totalFen: addFen(...months.map(({ amountFen }) => amountFen)), lines, refused };
}

function sayReplay(name: TermName, { months, totalFen, lines, refused }: ReplayResult): Figure {
  const { key, zh, en } = TERMS[name];
  const each = months.map(({ month, amountFen }) => `${month} ${formatYuan(amountFen)}`);
  const values = {
    months: each.join('; '),
    total: formatYuan(totalFen),
    lines: String(lines),
    refused: String(refused),
  };
  const [leftZh, leftEn] =
    refused === 0
      ? ['', '']
      : [
          `其中 ${refused} 行该条款未能结算，未计入。`,
          ` ${refused} of them the term cannot settle; they are not counted.`,
        ];
  return figure(
    key,
    {
      values,
      text: `${zh}重算 ${lines} 行已结算订单：${each.join('；')}；合计 ${values.total} 元。${leftZh}`,
      textEn: `${en}, ${lines} settled lines replayed: ${each.join('; ')}; together ${values.total}.${leftEn}`,
    },
    { amountFen: totalFen, beside: BESIDE },
  );
}

function sayDifference(name: 'fairTerm' | 'counterOffer', result: ReplayResult, own: ReplayResult): Figure {
  const { key, zh, en } = TERMS[name];
  const moreFen = fen(result.totalFen - own.totalFen);
  const monthlyFen = mulDivHalfUp(moreFen, 1, own.months.length);
  const values = {
    other: formatYuan(result.totalFen),
    own: formatYuan(own.totalFen),
    difference: formatYuan(moreFen),
    monthly: formatYuan(monthlyFen),
    months: String(own.months.length),
  };
  const inOrder = own.months.map(({ month }) => month);
  const period = sayMonths({
    months: inOrder.length,
    firstMonth: inOrder[0]!,
    lastMonth: inOrder.at(-1)!,
  });
  return figure(
    `${key}_difference`,
    {
      values,
      text: `${zh} ${values.other} 元 − 本条款 ${values.own} 元 = ${values.difference} 元（${period.zh}），月均 ${values.difference} ÷ ${values.months} = ${values.monthly} 元。`,
      textEn: `${en} ${values.other} − this term ${values.own} = ${values.difference} (${period.en}); a month ${values.difference} ÷ ${values.months} = ${values.monthly}.`,
    },
    { amountFen: moreFen, beside: BESIDE },
  );
}
