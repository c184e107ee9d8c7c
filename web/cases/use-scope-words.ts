import { useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import { useWord } from '../fields/use-word.ts';
import type { Hold } from './case.ts';

/** What a hold takes, in one line: from when, to when, and what narrows it. */
export function useScopeWords(): (hold: Pick<Hold, 'scope' | 'endedAt'>) => string {
  const word = useWord('resources.cases.holds');
  const translate = useTranslate();
  return ({ scope, endedAt }) => {
    const from = word('from', { from: chinaTime(scope.paidFrom) ?? '' });
    const to = scope.paidTo ? word('to', { to: chinaTime(scope.paidTo) ?? '' }) : '';
    const onwards = !scope.paidTo && !endedAt ? word('onwards') : '';
    const narrow = [
      scope.anchorName,
      scope.streamTitle,
      scope.dealTitle,
      scope.platform && translate(`house.platform.${scope.platform}`),
    ].filter(Boolean);
    return [`${from}${to}${onwards}`, ...narrow].join(' · ');
  };
}
