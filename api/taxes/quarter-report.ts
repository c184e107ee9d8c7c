import type { QuarterRow } from '../../db/queries/tax-report.ts';
import { formatCsvRecord } from '../bank-files/csv-text.ts';
import { toYuanText } from '../domain/payments/yuan-text.ts';
import type { RegimeName } from '../domain/tax/regime.ts';
import { REGIMES } from '../domain/tax/withhold.ts';

/** The quarter's sums; the totals are sums of the rows. */
export function tellQuarter(year: number, quarter: number, rows: readonly QuarterRow[]) {
  const sum = (of: 'grossFen' | 'taxFen' | 'vatFen' | 'netFen') =>
    rows.reduce((total, row) => total + row[of], 0);
  return {
    year,
    quarter,
    rows: [...rows],
    totals: {
      grossFen: sum('grossFen'),
      taxFen: sum('taxFen'),
      vatFen: sum('vatFen'),
      netFen: sum('netFen'),
    },
  };
}

/** The same as CSV with a byte-order mark; no cell is a live formula. */
export function quarterCsv({ rows, totals, year, quarter }: ReturnType<typeof tellQuarter>): string {
  const head = [
    '主播',
    '真实姓名',
    '计税方式',
    '月数',
    '收入（元）',
    '代扣个税（元）',
    '代扣增值税（元）',
    '税后（元）',
  ];
  const money = ({ grossFen, taxFen, vatFen, netFen }: typeof totals) =>
    [grossFen, taxFen, vatFen, netFen].map(toYuanText);
  const lines = rows.map((row) => [
    row.anchorName,
    row.realName ?? '',
    REGIMES[row.regime as RegimeName].title.zh,
    String(row.months),
    ...money(row),
  ]);
  const last = [`${year} 年第 ${quarter} 季度合计`, '', '', '', ...money(totals)];
  return `\uFEFF${[head, ...lines, last].map(formatCsvRecord).join('')}`;
}
