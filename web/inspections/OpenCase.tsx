import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useWhyNot } from '../shell/me-context.ts';
import type { Inspection } from './inspection.ts';

/** A critical difference was upheld: the way to a case, with what is known already written down. */
export function OpenCase({ inspection }: { inspection: Inspection }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { id, productId, productName, units = [] } = inspection;
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
  return (
    <Alert
      severity="error"
      action={
        <ReasonButton
          color="error"
          variant="contained"
          reason={whyNot('cases.open')}
          to={`/cases/create?${new URLSearchParams({ source })}`}
        >
          {word('open')}
        </ReasonButton>
      }
    >
      {word('text')}
    </Alert>
  );
}
