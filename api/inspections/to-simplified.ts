let loaded: Promise<(text: string) => string> | undefined;

/** Writes traditional characters as simplified; the dictionary is loaded once, when it is first needed. */
export function loadToSimplified(): Promise<(text: string) => string> {
  loaded ??= import('opencc-js/t2cn').then(({ Converter }) => Converter({ from: 't', to: 'cn' }));
  return loaded;
}
