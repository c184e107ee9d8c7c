import { useEffect, useState } from 'react';

/** What was typed on a phone, kept through a reload until it is sent. `clear` forgets it. */
export function useDraft<T>(key: string, start: T) {
  const name = `faircast.draft.${key}`;
  const [value, setValue] = useState<T>(() => read(name) ?? start);
  const [isSent, setSent] = useState(false);
  useEffect(() => {
    if (isSent) return;
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // A full or closed store: the page itself still holds what was typed.
    }
  }, [name, value, isSent]);
  const clear = () => {
    setSent(true);
    localStorage.removeItem(name);
  };
  return { value, setValue, clear };
}

function read<T>(name: string): T | undefined {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
