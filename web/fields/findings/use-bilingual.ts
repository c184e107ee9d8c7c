import { useLocaleState } from 'react-admin';
import type { Bilingual } from './finding.ts';

/** Picks the user's language. */
export function useBilingual(): (text: Bilingual) => string {
  const [locale] = useLocaleState();
  return (text) => (locale === 'en' ? text.en : text.zh);
}
