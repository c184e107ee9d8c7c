import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';

export type Locale = 'zh' | 'en';
export const LOCALES: readonly { locale: Locale; name: string }[] = [
  { locale: 'zh', name: '中文' },
  { locale: 'en', name: 'English' },
];

/** One language's words; each language is a chunk of its own. */
export async function loadCatalogue(locale: Locale): Promise<TranslationMessages> {
  return locale === 'zh'
    ? (await import('./catalogue-zh.ts')).catalogueZh
    : (await import('./catalogue-en.ts')).catalogueEn;
}

/**
 * The words of the user's language, loaded before the first screen is drawn. `keep` is told of every
 * change, so that the choice follows the user to the next device.
 */
export async function makeI18nProvider(
  initial: Locale,
  keep: (locale: Locale) => void,
): Promise<I18nProvider> {
  const first = await loadCatalogue(initial);
  const provider = polyglotI18nProvider(
    (locale: string) => (locale === initial ? first : loadCatalogue(locale as Locale)),
    initial,
    [...LOCALES],
  );
  return {
    ...provider,
    changeLocale: async (locale) => {
      await provider.changeLocale(locale);
      document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
      keep(locale as Locale);
    },
  };
}
