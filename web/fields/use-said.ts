import { useLocaleState } from 'react-admin';

/** Words the API says in both languages, in the user's. */
export function useSaid(): (words: { zh: string; en: string }) => string {
  const [locale] = useLocaleState();
  return (words) => (locale === 'en' ? words.en : words.zh);
}
