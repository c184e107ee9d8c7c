import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { GapList } from '../fields/GapList.tsx';
import type { Gap } from '../fields/gap.ts';
import { Section } from '../fields/HouseShow.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { useMe } from '../shell/me-context.ts';
import type { ImportRecord } from './import-record.ts';

/** Ids on this file's platform that nobody is known by, named here and now. */
export function ImportGaps({ record }: { record: ImportRecord }) {
  const provider = useDataProvider<HouseProvider>();
  const queries = useQueryClient();
  const { can } = useMe();
  const { data = [] } = useQuery({
    queryKey: ['orders', 'gaps'],
    queryFn: ({ signal }) => provider.ask<Gap[]>('/orders/gaps', undefined, signal),
    enabled: can.includes('orders.list'),
  });
  const own = data.filter((gap) => gap.platform === record.platform);
  if (own.length === 0) return null;
  return (
    <Section title="resources.imports.gaps" flush>
      <GapList gaps={own} onNamed={() => void queries.invalidateQueries({ queryKey: ['orders'] })} />
    </Section>
  );
}
