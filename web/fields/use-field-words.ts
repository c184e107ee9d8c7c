import { useTranslate } from 'react-admin';
import { labelInWords, valueInWords } from './field-words.ts';

/** Fields and their values in the user's words, wherever a change is told (history, two people at one record). */
export function useFieldWords(resource: string) {
  const translate = useTranslate();
  return {
    label: (field: string) => labelInWords(translate, resource, field),
    value: (field: string, value: unknown) => valueInWords(translate, resource, field, value),
  };
}
