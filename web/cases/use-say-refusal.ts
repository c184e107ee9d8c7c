import { useTranslate } from 'react-admin';
import { inWords } from '../shell/data-provider.ts';

/** The same refusal with its sentence in the user's language, for what did not go through the data provider. */
export function useSayRefusal(): (error: unknown) => unknown {
  const translate = useTranslate();
  return (error) => inWords({ translate }, error);
}
