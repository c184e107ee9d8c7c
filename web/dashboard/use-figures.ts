import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';

/** What waits for the office; a figure the role may not know is not there. */
export interface StaffFigures {
  openMonths?: { month: string; openLines: number }[];
  settledMonths?: { month: string; lines: number; baseFen: number }[];
  gaps?: number;
  importsRunning?: number;
  importsFailed?: number;
  statementsWithoutPayout?: number;
  payoutsToApprove?: number;
  contractDrafts?: number;
  /** Null: never checked. */
  booksCheck?: { checkedAt: string; rules: number; broken: number } | null;
}

export function useFigures() {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => provider.ask<StaffFigures>('/dashboard', undefined, signal),
  });
}
