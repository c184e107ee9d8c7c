import { useTranslate } from 'react-admin';

/** The words below one key of the catalogue: `useWord('resources.disputes')('reply')`. */
export function useWord(prefix: string): (key: string, options?: Record<string, unknown>) => string {
  const translate = useTranslate();
  return (key, options) => translate(`${prefix}.${key}`, options);
}
