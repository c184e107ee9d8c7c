import { useTranslate } from 'react-admin';
import type { PlacedReason } from '../../api/domain/placed-reason.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** A refusal of the terms with its place: `规则 1，档位 2：第一档要从 0 开始`. */
export function placedInWords(translate: Translate, { path, code, message }: PlacedReason): string {
  const places = [...path.matchAll(/(clause|rule|tier|part)s\.(\d+)/g)].map(([, kind, index]) =>
    translate(`resources.contracts.place.${kind}`, { n: Number(index) + 1 }),
  );
  const said = translate(`house.reason.${code}`, { _: message });
  return places.length > 0 ? `${places.join(' · ')}：${said}` : said;
}

export function usePlacedReason(): (reason: PlacedReason) => string {
  const translate = useTranslate();
  return (reason) => placedInWords(translate, reason);
}
