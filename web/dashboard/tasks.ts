import type { StaffFigures } from './use-figures.ts';

/** One thing that waits: how many, and the list they are in. `key` names its words below `resources.dashboard.task.` */
export interface Task {
  key: string;
  count: number;
  to: string;
  /** Something went wrong, rather than only waits. */
  isTrouble?: true;
}

const listOf = (resource: string, filter: object): string =>
  `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

/** What the role may know of, in the order of a month's work. */
export function tasksOf(figures: StaffFigures): Task[] {
  const of = (key: keyof StaffFigures, to: string, isTrouble?: true): Task[] =>
    typeof figures[key] === 'number' ? [{ key, count: figures[key], to, isTrouble }] : [];
  return [
    ...of('importsFailed', listOf('imports', { status: 'failed' }), true),
    ...of('importsRunning', '/imports'),
    ...of('gaps', '/orders/gaps'),
    ...of('contractDrafts', listOf('contracts', { status: 'draft' })),
    ...of('statementsWithoutPayout', listOf('statements', { withoutPayout: true })),
    ...of('payoutsToApprove', listOf('payouts', { status: 'prepared' })),
  ];
}
