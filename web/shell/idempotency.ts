/**
 * A key for every unsafe request. It is kept until the API has answered, so that pressing the button again
 * after the network failed repeats the same request instead of making a second one.
 */
export interface KeyRing {
  keyFor: (path: string, body: unknown) => string;
  answered: (path: string, body: unknown) => void;
}

export function makeKeyRing(newKey: () => string = randomKey): KeyRing {
  const open = new Map<string, string>();
  const nameOf = (path: string, body: unknown) => `${path} ${JSON.stringify(body) ?? ''}`;
  return {
    keyFor: (path, body) => {
      const name = nameOf(path, body);
      const key = open.get(name) ?? newKey();
      open.set(name, key);
      return key;
    },
    answered: (path, body) => {
      open.delete(nameOf(path, body));
    },
  };
}

/** 128 random bits; `crypto.randomUUID` is missing where the page is not served over https or localhost. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
