import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addFen, type Fen, fen, formatYuan } from '../money.ts';
import type { Month } from '../month.ts';
import { PAY_ENTRY_NAMES } from '../pay-entry.ts';
import { type SettledLine, type ShareRule, settleMonth, type Unsettleable } from '../settlement.ts';
import { accrueMonth, reverseAccruals } from './accrual.ts';
import { type CarriedForward, carryForward } from './carry-forward.ts';
import { compareRules, type DryRunLine } from './compare-rules.ts';
import type { PayComponent } from './component.ts';
import { computeMonth } from './compute-month.ts';
import type { MonthResult } from './entry.ts';
import { readMonth, readOrders } from './golden/facts.testing.ts';
import { readSections, type Section } from './golden/page.testing.ts';
import { PARTIES, readComponents, readShareRules } from './golden/terms.testing.ts';
import type { EarnedSum } from './month-facts.ts';

const folder = new URL('./golden/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

interface Page {
  sections: Map<string, Section>;
  components: PayComponent[];
  rules: ShareRule[];
}

/** The pages are read and checked by hand; what they say is what must come out. */
describe('golden pages', () => {
  it.each(pages)('%s comes out as the page says', (name) => {
    const list = readSections(readFileSync(new URL(name, folder), 'utf8'));
    const sections = new Map(list.map((section) => [section.title, section]));
    const page: Page = {
      sections,
      components: sections.has('合同') ? readComponents(sections.get('合同')!) : [],
      rules: sections.has('分成规则') ? readShareRules(sections.get('分成规则')!) : [],
    };
    const months = list.flatMap(({ title }) => (/^\d{4}-\d{2}$/.test(title) ? [title as Month] : []));
    expect(months.length).toBeGreaterThan(0);
    let carried: CarriedForward = {
      openingFen: fen(0),
      recoupItems: [],
      withheld: [],
      guarantees: [],
      tiered: [],
    };
    for (const month of months) carried = checkMonth(page, month, carried);
    checkDryRun(page, months);
  });
});

function checkMonth(page: Page, month: Month, carried: CarriedForward): CarriedForward {
  const at = (name: string) => page.sections.get(`${month}/${name}`);
  const orders = readOrders(at('订单'));
  const { settled, refused } = settleMonth(orders, page.rules);
  if (at('订单')) checkOrders(at('订单')!, page.rules, settled, refused);
  checkAccrual(page, month, orders);
  const given = { carried, earned: settled.map((line) => earnedOf(line, orders, page.rules, month)) };
  const input = readMonth(page.sections, month, page.components, given);
  const result = computeMonth(input);
  if (at('结算单')) expect(statementRows(result, carried, input.otherFen)).toEqual(at('结算单')!.rows);
  const notTaken = result.notTaken.map(({ code, explanation }) => ({ 代码: code, 说明: explanation.zh }));
  expect(notTaken).toEqual(at('未计')?.rows ?? []);
  if (at('费用分配')) {
    const rows = result.feeSplits.map(({ feeId, parts }) => ({
      编号: String(feeId),
      各方: tellParts(parts),
    }));
    expect(rows).toEqual(at('费用分配')!.rows);
  }
  const next = carryForward(input, result);
  if (at('余额')) expect(balanceRows(next)).toEqual(at('余额')!.rows);
  return next;
}

function statementRows({ entries, sums }: MonthResult, { openingFen }: CarriedForward, otherFen: Fen) {
  const row = (项目: string, 金额: Fen, 说明: string) => ({ 项目, 金额: formatYuan(金额), 说明 });
  return [
    ...(openingFen === 0 ? [] : [row('期初结转', openingFen, '—')]),
    ...(otherFen === 0 ? [] : [row('他处扣留', otherFen, '—')]),
    row('分成', sums.sharesFen, '—'),
    ...entries.map(({ kind, amountFen, explanation }) =>
      row(PAY_ENTRY_NAMES[kind].zh, amountFen, explanation.zh),
    ),
    row('期末', sums.closingFen, '—'),
  ];
}

const balanceRows = ({ recoupItems, withheld }: CarriedForward) => [
  ...recoupItems.map((item) => ({
    项目: item.name,
    余额: formatYuan(fen(item.amountFen - item.recoupedFen)),
  })),
  ...withheld.map((fact) => ({
    项目: `${fact.month} 质保金 ${fact.category ?? '其他'}`,
    余额: formatYuan(fen(fact.withheldFen - fact.releasedFen - fact.forfeitedFen)),
  })),
];

const tellParts = (parts: readonly { partyId: number; amountFen: Fen }[]): string =>
  parts.map((part) => `${PARTIES[part.partyId - 1]} ${formatYuan(part.amountFen)}`).join('；');

const partsOf = (line: SettledLine, rules: readonly ShareRule[]) =>
  rules
    .flatMap((rule) => rule.tiers)
    .find((tier) => tier.id === line.tierId)!
    .parts.map(({ partyId }, at) => ({ partyId, amountFen: line.partsFen[at]! }));

function checkOrders(
  section: Section,
  rules: readonly ShareRule[],
  settled: readonly SettledLine[],
  refused: readonly Unsettleable[],
) {
  for (const row of section.rows) {
    const line = settled.find(({ lineId }) => lineId === Number(row.行));
    const reason = refused.find(({ lineId }) => lineId === Number(row.行))?.reason;
    const said = line
      ? { 规则: String(line.ruleId), 各方: tellParts(partsOf(line, rules)) }
      : { 规则: '—', 各方: reason };
    expect({ 行: row.行, ...said }).toEqual({ 行: row.行, 规则: row.规则, 各方: row.各方 });
  }
}

function earnedOf(
  line: SettledLine,
  orders: readonly DryRunLine[],
  rules: readonly ShareRule[],
  month: Month,
): EarnedSum {
  const order = orders.find(({ lineId }) => lineId === line.lineId)!;
  const { platform, brandId, category, productId, streamId, quantity, salesFen } = order;
  const own = partsOf(line, rules).filter(({ partyId }) => partyId === 1);
  return {
    ...{ platform, brandId, category, productId, streamId, quantity, salesFen },
    commissionFen: rules.find(({ id }) => id === line.ruleId)!.base === 'sales' ? null : line.baseFen,
    concernsMonth: month,
    shareFen: addFen(...own.map((part) => part.amountFen)),
    day: new Date(order.ruleAt + 8 * 3_600_000).toISOString().slice(0, 10),
  };
}

function checkAccrual({ sections, rules }: Page, month: Month, orders: readonly DryRunLine[]) {
  const section = sections.get(`${month}/暂估`);
  if (!section) return;
  const settledFen = addFen(...orders.map((order) => order.salesFen));
  const { entries } = accrueMonth({
    ...{ month, rules, lines: readOrders(sections.get(`${month}/未结算订单`)) },
    settledSalesFen: new Map([[1, settledFen]]),
  });
  const rows = [...entries, ...reverseAccruals(entries)].map((entry) => ({
    入账月: entry.month,
    归属: PARTIES[entry.partyId - 1],
    金额: formatYuan(entry.amountFen),
    说明: entry.explanation.zh,
  }));
  expect(rows).toEqual(section.rows);
}

function checkDryRun({ sections, components, rules }: Page, months: readonly Month[]) {
  const section = sections.get('试算');
  if (!section) return;
  const own = (list: readonly PayComponent[]) => list.map((component) => ({ ...component, anchorId: 1 }));
  const after = {
    rules: readShareRules(sections.get('变更后规则')!),
    components: own(sections.has('变更后合同') ? readComponents(sections.get('变更后合同')!) : components),
  };
  const carried: CarriedForward = {
    openingFen: fen(0),
    recoupItems: [],
    withheld: [],
    guarantees: [],
    tiered: [],
  };
  const past = months.map((month) => {
    const facts = readMonth(sections, month, [], { carried, earned: [] });
    return { month, lines: readOrders(sections.get(`${month}/订单`)), anchors: [facts] };
  });
  const rows = compareRules({ rules, components: own(components) }, after, past).map((row) => ({
    月份: row.month,
    变更前: formatYuan(row.beforeFen),
    变更后: formatYuan(row.afterFen),
    差额: formatYuan(row.diffFen),
  }));
  expect(rows).toEqual(section.rows);
}
