import { refuse } from '../error.ts';
import { addFen, bps, type Fen, fen } from '../money.ts';
import { addMonths, type Month } from '../month.ts';
import { taxByBrackets } from './brackets.ts';
import {
  type AfterGap,
  type CumulativeMonth,
  type CumulativeTable,
  withholdCumulative,
} from './cumulative.ts';
import { partsOf } from './exact.ts';
import { complain } from './inputs.ts';
import { type PayeeInvoice, whyNotPayAgainstInvoices } from './invoices.ts';
import { withholdLabourMonth } from './labour.ts';
import { tellNaturalPersonVat, whyNotWithholdNaturalPersonVat } from './natural-person-vat.ts';
import { type TaxSettings, whyNotUseRegime } from './settings.ts';
import { tableOn } from './table.ts';
import { STUDIO_TABLES } from './tables/business.ts';
import { LABOUR_TABLES } from './tables/labour.ts';
import { NON_RESIDENT_TABLES } from './tables/non-resident.ts';
import { PLATFORM_WORKER_TABLES } from './tables/platform-worker.ts';
import { STUDENT_INTERN_TABLES } from './tables/student-intern.ts';
import { type TaxStep, tellBracket, tellIncome, tellSources } from './working.ts';

/** The regimes a payee of payouts may have. Wages are a payroll's, royalties are counted by the use, not by the month. */
export const PAYEE_REGIMES = [
  'labour_single_payment',
  'platform_worker_cumulative',
  'student_intern_cumulative',
  'nonresident_labour',
  'studio_invoice',
] as const;
export type PayeeRegime = (typeof PAYEE_REGIMES)[number];

/** A payment of the same year to the same person that was made. */
export interface EarlierPayment {
  paidOn: string;
  grossFen: Fen;
  withheldFen: Fen;
}

export interface PayoutTaxQuestion {
  regime: PayeeRegime;
  settings: TaxSettings;
  payee: string;
  paidOn: string;
  /** Above zero: what is negative is carried forward and never paid. */
  grossFen: Fen;
  earlier: readonly EarlierPayment[];
  /** Asked of studios only. */
  invoices: readonly PayeeInvoice[];
}

export interface PayoutTax {
  withheldFen: Fen;
  netFen: Fen;
  steps: TaxStep[];
}

/**
 * What a payout withholds under the payee's regime, the agency's settings and what the year already paid and withheld.
 * Throws DomainError: a setting that is off or blocks, invoices that do not cover, a day no table covers, wrong amounts.
 */
export function taxPayout(question: PayoutTaxQuestion): PayoutTax {
  const { regime, settings, paidOn, grossFen, earlier } = question;
  if (grossFen <= 0) throw complain('grossFen', 'a payout must be above zero');
  for (const [index, payment] of earlier.entries())
    if (payment.grossFen < 0 || payment.withheldFen < 0)
      throw complain(`earlier.${index}`, 'an earlier payment is not below zero');
  const natural = regime !== 'studio_invoice';
  const reason =
    whyNotUseRegime(regime, settings) ??
    (natural ? whyNotWithholdNaturalPersonVat(settings.naturalPersonVat) : whyNotPayAgainst(question));
  if (reason) throw refuse('conflict', reason);
  const { withheldFen, steps } = WITHHOLD[regime](question);
  return {
    withheldFen,
    netFen: fen(grossFen - withheldFen),
    steps: natural ? [...steps, ...tellNaturalPersonVat(paidOn)] : steps,
  };
}

type Withheld = Pick<PayoutTax, 'withheldFen' | 'steps'>;

const WITHHOLD: Record<PayeeRegime, (question: PayoutTaxQuestion) => Withheld> = {
  labour_single_payment: withholdLabour,
  platform_worker_cumulative: (question) => withholdOfYear(question, PLATFORM_WORKER_TABLES, 'restart'),
  student_intern_cumulative: (question) => withholdOfYear(question, STUDENT_INTERN_TABLES, 'count_on'),
  nonresident_labour: withholdNonResident,
  studio_invoice: ({ regime, paidOn }) => ({
    withheldFen: fen(0),
    steps: tellSources(tableOn(STUDIO_TABLES, paidOn, regime, 'paidOn')),
  }),
};

function withholdLabour({ regime, paidOn, grossFen, earlier }: PayoutTaxQuestion): Withheld {
  const table = tableOn(LABOUR_TABLES, paidOn, regime, 'paidOn');
  const made = inMonthOf(paidOn, earlier).map((payment) => ({
    paidOn: payment.paidOn,
    kind: 'paid' as const,
    amountFen: payment.grossFen,
    withheldFen: payment.withheldFen,
  }));
  const now = { paidOn, kind: 'paid' as const, amountFen: grossFen, withheldFen: null };
  const month = withholdLabourMonth([...made, now], table);
  return {
    withheldFen: atMost(grossFen, month.withheldFen.at(-1)!),
    steps: [...month.steps, ...tellSources(table)],
  };
}

function withholdNonResident({ regime, paidOn, grossFen, earlier }: PayoutTaxQuestion): Withheld {
  const table = tableOn(NON_RESIDENT_TABLES, paidOn, regime, 'paidOn');
  const made = inMonthOf(paidOn, earlier);
  const sumFen = addFen(grossFen, ...made.map((payment) => payment.grossFen));
  const taxable = partsOf(sumFen, bps(10_000 - table.deductionBps));
  const tax = taxByBrackets(table.brackets, taxable);
  const heldFen = addFen(...made.map((payment) => payment.withheldFen));
  return {
    withheldFen: atMost(grossFen, tax.taxFen - heldFen),
    steps: [
      tellIncome(sumFen, { zh: '当月劳务报酬收入合计', en: 'Labour remuneration of the month' }),
      tellBracket(taxable, tax),
      ...tellSources(table),
    ],
  };
}

/** Runs the year's months up to this one: earlier months with what they withheld, this month as a whole. */
function withholdOfYear(
  { regime, paidOn, grossFen, earlier }: PayoutTaxQuestion,
  tables: readonly CumulativeTable[],
  afterGap: AfterGap,
): Withheld {
  const table = tableOn(tables, paidOn, regime, 'paidOn');
  const thisMonth = monthOf(paidOn);
  const ofYear = earlier.filter((payment) => payment.paidOn.slice(0, 4) === paidOn.slice(0, 4));
  const future = ofYear.find((payment) => monthOf(payment.paidOn) > thisMonth);
  // A cumulation runs forward: paying into an earlier month would leave the later ones wrong.
  if (future) throw complain('paidOn', `${paidOn} is before ${future.paidOn}, which was paid already`);
  const months: CumulativeMonth[] = [];
  const first = ofYear.map((payment) => monthOf(payment.paidOn)).toSorted()[0] ?? thisMonth;
  for (let month = first; month < thisMonth; month = addMonths(month, 1)) {
    const made = ofYear.filter((payment) => monthOf(payment.paidOn) === month);
    months.push({
      label: month,
      incomeFen: addFen(...made.map((payment) => payment.grossFen)),
      deductedFen: fen(0),
      withheldFen: addFen(...made.map((payment) => payment.withheldFen)),
    });
  }
  const made = inMonthOf(paidOn, ofYear);
  const incomeFen = addFen(grossFen, ...made.map((payment) => payment.grossFen));
  months.push({ label: thisMonth, incomeFen, deductedFen: fen(0), withheldFen: null });
  const run = withholdCumulative(months, table, afterGap);
  const heldFen = addFen(...made.map((payment) => payment.withheldFen));
  return {
    withheldFen: atMost(grossFen, run.at(-1)!.withheldFen - heldFen),
    steps: [...run.flatMap(({ steps }) => steps), ...tellSources(table)],
  };
}

const monthOf = (day: string): Month => day.slice(0, 7) as Month;

const inMonthOf = (day: string, payments: readonly EarlierPayment[]): EarlierPayment[] =>
  payments.filter((payment) => monthOf(payment.paidOn) === monthOf(day));

/** Never below zero, and never more than the payment: what is missing then waits for the next. */
const atMost = (grossFen: Fen, owedFen: number): Fen => fen(Math.min(grossFen, Math.max(0, owedFen)));

const whyNotPayAgainst = ({ payee, paidOn, grossFen, invoices }: PayoutTaxQuestion) =>
  whyNotPayAgainstInvoices({ payee, paidOn, payableFen: grossFen, invoices });
