import { Box } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useMe } from '../shell/me-context.ts';

interface Contract {
  id: number;
  no: string;
  title: string;
  anchorName: string;
}

export function DraftContracts() {
  const translate = useTranslate();
  const { can } = useMe();
  const { data = [], isPending } = useGetList<Contract>(
    'contracts',
    {
      filter: { status: 'draft' },
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: 8 },
    },
    { enabled: can.includes('contracts.list') },
  );
  return (
    <Section title="resources.dashboard.drafts">
      {!isPending && data.length === 0 && (
        <EmptyState dense text={translate('resources.dashboard.noDrafts')} />
      )}
      {data.map((contract) => (
        <Box key={contract.id} sx={{ display: 'flex', gap: 2, py: 0.75 }}>
          <NamedLink resource="contracts" id={contract.id}>
            {contract.no}
          </NamedLink>
          <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{contract.anchorName}</Box>
        </Box>
      ))}
    </Section>
  );
}
