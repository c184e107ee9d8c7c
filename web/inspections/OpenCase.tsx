import { Alert } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import type { Inspection } from './inspection.ts';

/** A critical difference was upheld: the case it opened, or the way to one with what is known already written down. */
export function OpenCase({ inspection }: { inspection: Inspection }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { can } = useMe();
  const { id, productId, productName, units = [] } = inspection;
  const { data: cases = [], isLoading } = useGetList(
    'cases',
    {
      filter: { productId },
      pagination: { page: 1, perPage: 50 },
      sort: { field: 'id', order: 'DESC' },
    },
    { enabled: can.includes('cases.list') },
  );
  const opened = cases.find(({ inspectionId }) => inspectionId === id);
  const batch =
    units.find(({ differences }) => differences.some(({ state }) => state === 'upheld'))?.batch ?? null;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.case.${key}`, options);
  const source = JSON.stringify({
    productId,
    inspectionId: id,
    batch,
    title: word('caseTitle', { name: productName }),
  });
  if (isLoading) return null;
  return (
    <Alert
      severity="error"
      action={
        <ReasonButton
          color="error"
          variant="contained"
          reason={whyNot(opened ? 'cases.show' : 'cases.open')}
          to={opened ? `/cases/${opened.id}/show` : `/cases/create?${new URLSearchParams({ source })}`}
        >
          {word(opened ? 'see' : 'open')}
        </ReasonButton>
      }
    >
      {opened ? word('opened', { no: opened.no }) : word('text')}
    </Alert>
  );
}
