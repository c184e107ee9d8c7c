import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';

export interface VerbOptions<T> {
  /** What is said when it worked; a key of the catalogue. */
  success?: string;
  onDone?: (answer: T) => void;
}

/**
 * Runs one write of the house: busy while it lasts, the refusal said in words, everything on the screen read
 * anew when it worked. Resolves to undefined when it was refused.
 */
export function useVerb() {
  const provider = useDataProvider<HouseProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);

  async function run<T>(work: (provider: HouseProvider) => Promise<T>, options: VerbOptions<T> = {}) {
    setBusy(true);
    try {
      const answer = await work(provider);
      notify(options.success ?? 'house.done.done', { type: 'success' });
      refresh();
      options.onDone?.(answer);
      return answer;
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', {
        type: 'error',
        autoHideDuration: 8000,
      });
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return { run, busy };
}
