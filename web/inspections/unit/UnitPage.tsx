import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { chinaTime } from '../../fields/day.ts';
import { Section } from '../../fields/HouseShow.tsx';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { Waiting } from '../../fields/Waiting.tsx';
import { ErrorPage, NotFoundPage } from '../../shell/ErrorPage.tsx';
import { useWhyNot } from '../../shell/me-context.ts';
import { type Inspection, type SealFaces, sumOf, type Unit } from '../inspection.ts';
import { OpenCase } from '../OpenCase.tsx';
import { AttributeRows } from './AttributeRows.tsx';
import { FacePanel } from './FacePanel.tsx';
import { useInspection, useUnit } from './use-unit.ts';

/** One unit against the sealed sample: photos with the places to look at, words with the differences first. */
export function UnitPage() {
  const { id, unitId } = useParams();
  const { inspection, seal, error } = useInspection(Number(id));
  const { data: unit, error: unitError, refetch } = useUnit(Number(unitId));
  if (error || unitError)
    return <ErrorPage error={error ?? unitError} resetErrorBoundary={() => void refetch()} />;
  if (!inspection || !seal || !unit) return <Waiting sx={{ mt: 2 }} />;
  if (unit.inspectionId !== inspection.id) return <NotFoundPage />;
  return <Page inspection={inspection} seal={seal} unit={unit} />;
}

function Page({ inspection, seal, unit }: { inspection: Inspection; seal: SealFaces; unit: Unit }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [selected, setSelected] = useState<number>();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.${key}`, options);
  const { open, worst, comparing } = sumOf(unit);
  const ended = inspection.status === 'open' ? undefined : word('unit.ended');
  const latest = unit.photos.filter(({ isLatest }) => isLatest);
  const faces = [...new Set([...seal.faces.map(({ face }) => face), ...latest.map(({ face }) => face)])];
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={word('unit.title', { no: unit.unitNo, name: inspection.productName })} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }} className="no-print">
        <Button component={Link} to={`/inspections/${inspection.id}/show`} sx={{ ml: -0.5 }}>
          {word('unit.back')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <ReasonButton
          variant="outlined"
          reason={whyNot('inspections.record') ?? ended}
          to={`/inspections/${inspection.id}/units/${unit.id}/edit`}
        >
          {word('unit.correct')}
        </ReasonButton>
        {inspection.status === 'open' && open === 0 && (
          <ReasonButton
            variant="contained"
            reason={inspection.refusals?.addUnit ?? undefined}
            to={`/inspections/${inspection.id}/units/new`}
          >
            {word('unit.next')}
          </ReasonButton>
        )}
      </Box>
      {worst === 'critical' && <OpenCase inspection={{ ...inspection, units: [unit] }} />}
      <Alert severity={open > 0 ? 'warning' : worst ? 'error' : 'info'} icon={false}>
        <b>
          {comparing > 0
            ? word('comparingOf', { smart_count: comparing })
            : open > 0
              ? word('unit.toDecide', { count: open })
              : word(worst ? `upheld.${worst}` : 'noneUpheld')}
        </b>
        <Box sx={{ color: 'text.secondary' }}>
          {[
            unit.batch && word('batchOf', { batch: unit.batch }),
            unit.recordedByName,
            chinaTime(unit.recordedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Alert>
      <Section title="resources.inspections.unit.photos">
        {faces.map((face) => (
          <FacePanel
            key={face}
            face={face}
            unit={unit}
            sealed={seal.faces.find((one) => one.face === face)}
            photo={latest.find((one) => one.face === face)}
            selected={selected}
            onSelect={setSelected}
            ended={ended}
          />
        ))}
      </Section>
      <Section title="resources.inspections.unit.rows" flush>
        <AttributeRows unit={unit} category={inspection.category} ended={ended} />
      </Section>
    </Box>
  );
}
