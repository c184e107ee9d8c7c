/** A day a bank wrote (`2026-06-05`, `20260605`, `2026/6/5`, `2026年6月5日`, each with a time behind it); undefined when it is none. */
export function readDay(text: string): string | undefined {
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  // a time of another zone is a day of Shanghai
  if (!Number.isNaN(instant)) return new Date(instant + SHANGHAI_MS).toISOString().slice(0, 10);
  const found =
    /^(\d{4})(?:-(\d\d?)-(\d\d?)|\/(\d\d?)\/(\d\d?)|年(\d\d?)月(\d\d?)日|(\d\d)(\d\d))(?:[ T]?\d[\d:.]*)?$/.exec(
      text,
    );
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).filter((part) => part !== undefined);
  const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  // 31 June is moved on by the parser and comes back as another day
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written) ? written : undefined;
}

const SHANGHAI_MS = 8 * 3_600_000;
