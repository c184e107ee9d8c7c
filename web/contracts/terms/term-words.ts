import { formatRate } from '../../../api/domain/money.ts';
import type { TermValue } from '../../../api/domain/read-terms-shape.ts';
import { yuan } from '../../fields/FenField.tsx';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What a term says, in a few words; what has no figure is said by its sentence alone. */
export function termInWords(translate: Translate, value: TermValue): string {
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.terms.value.${key}`, options);
  switch (value.field) {
    case 'share':
      return [
        word(`party.${value.party}`),
        formatRate(value.rateBps),
        word(`of.${value.of}`),
        value.tier &&
          word('tier', {
            from: yuan(value.tier.fromFen),
            to: value.tier.toFen === null ? '∞' : yuan(value.tier.toFen),
          }),
      ]
        .filter(Boolean)
        .join(' · ');
    case 'settlement_days':
      return word(value.isWorkdays ? 'workdays' : 'days', { count: value.days });
    case 'payment_day':
      return word('payment_day', { months: value.monthsAfter, day: value.day });
    case 'term':
      return [value.from ?? '…', value.to ?? '…'].join(' → ');
    case 'guarantee':
      return word('yuan', { amount: yuan(value.amountFen) });
    case 'penalty':
      return `${word(`bearer.${value.bearer}`)} · ${penaltyInWords(word, value.penalty)}`;
    case 'deposit':
      if (value.amountFen !== null) return word('yuan', { amount: yuan(value.amountFen) });
      return value.rateBps === null ? '' : formatRate(value.rateBps);
    case 'exclusive':
      return word(value.isExclusive ? 'exclusive' : 'notExclusive');
    case 'noncompete_months':
      return word('months', { count: value.months });
    case 'confidentiality_months':
      return value.months === null ? word('forever') : word('months', { count: value.months });
    case 'minutes_per_day':
    case 'minutes_per_month':
      return word('hours', { count: Math.round(value.minutes / 6) / 10 });
    case 'days_per_month':
    case 'notice_days':
      return word('days', { count: value.days });
    case 'fine':
      return word('yuan', { amount: yuan(value.amountFen) });
    case 'deduction':
      return `${value.what} ${formatRate(value.rateBps)}`;
  }
}

function penaltyInWords(
  word: Translate,
  penalty: Extract<TermValue, { field: 'penalty' }>['penalty'],
): string {
  switch (penalty.kind) {
    case 'amount':
      return word('yuan', { amount: yuan(penalty.amountFen) });
    case 'multiple':
      return word('times', { count: penalty.timesBps / 10_000 });
    case 'daily':
      return word('daily', { rate: formatRate(penalty.rateBps) });
    case 'formula':
      return word('formula');
  }
}
