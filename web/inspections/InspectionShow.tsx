import AddIcon from '@mui/icons-material/Add';
import { Alert, Box } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { EmptyState } from '../fields/EmptyState.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { CloseInspection } from './CloseInspection.tsx';
import { Custody } from './Custody.tsx';
import { InspectionFacts } from './InspectionFacts.tsx';
import type { Inspection } from './inspection.ts';
import { OpenCase } from './OpenCase.tsx';
import { UnitCard } from './UnitCard.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

/** One inspection: the verdict so far, its units, whose hands it was in, and its end. */
export function InspectionShow() {
  return (
    <HouseShow editAction={null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const inspection = useRecordContext<Inspection>();
  const translate = useTranslate();
  // Coming from a list, its row stands in until the whole record is here.
  if (!inspection?.units) return <Waiting />;
  const { units, status, refusals } = inspection;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.${key}`, options);
  const add = (
    <ReasonButton
      variant="contained"
      startIcon={<AddIcon />}
      reason={refusals?.addUnit ?? undefined}
      to={`/inspections/${inspection.id}/units/new`}
    >
      {word('addUnit', { no: units.length + 1 })}
    </ReasonButton>
  );
  return (
    <>
      {inspection.opensCase && <OpenCase inspection={inspection} />}
      <VerdictPanel inspection={inspection} />
      <Section title="resources.inspections.section.units" actions={status === 'open' && add} flush>
        {units.length === 0 && <EmptyState dense text={word('noUnits')} />}
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {units.map((unit) => (
            <UnitCard key={unit.id} unit={unit} />
          ))}
        </Box>
      </Section>
      {status === 'open' ? <CloseInspection inspection={inspection} /> : <Ended inspection={inspection} />}
      <InspectionFacts inspection={inspection} />
      <Custody inspection={inspection} />
    </>
  );
}

function Ended({ inspection }: { inspection: Inspection }) {
  const translate = useTranslate();
  const { status, closedByName, closedAt, closingNote } = inspection;
  return (
    <Alert severity="info">
      {translate(`resources.inspections.ended.${status}`, {
        name: closedByName ?? '—',
        at: closedAt?.slice(0, 10) ?? '',
      })}
      {closingNote && <Box>{closingNote}</Box>}
    </Alert>
  );
}
