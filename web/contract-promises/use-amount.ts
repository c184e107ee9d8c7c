import { useTranslate } from 'react-admin';
import { amountInWords } from './promise.ts';

/** `12 场`, `5,000.00 元`. */
export function useAmount(): (count: number, unit: string | null) => string {
  const translate = useTranslate();
  return (count, unit) =>
    amountInWords(count, unit, (one) => translate(`resources.contract-promises.unit.${one}`, { _: one }));
}
