import { Box } from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useVerb } from '../../fields/use-verb.ts';
import { Waiting } from '../../fields/Waiting.tsx';
import { useDraft } from '../../photos/use-draft.ts';
import { usePhotoQueue } from '../../photos/use-photo-queue.ts';
import { ErrorPage } from '../../shell/ErrorPage.tsx';
import type { Inspection, SealFaces, Unit } from '../inspection.ts';
import { UnitFields } from './UnitFields.tsx';
import { UnitPhotos } from './UnitPhotos.tsx';
import { draftOf, photosOf, startUnit, unitBody, withUnitPhoto } from './unit-draft.ts';
import { useInspection, useUnit } from './use-unit.ts';

const PAGE = {
  pt: 2,
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'minmax(0, 1fr)',
  maxWidth: 880,
} as const;

/** The next unit: scan, shoot, write down, compare. */
export function NewUnit() {
  const { id } = useParams();
  const { inspection, seal, error } = useInspection(Number(id));
  if (error) return <ErrorPage error={error} />;
  if (!inspection || !seal) return <Waiting sx={{ mt: 2 }} />;
  return <NewForm inspection={inspection} seal={seal} />;
}

function NewForm({ inspection, seal }: { inspection: Inspection; seal: SealFaces }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { run, busy } = useVerb();
  const key = `unit-${inspection.id}`;
  const draft = useDraft(key, startUnit());
  const { value, setValue } = draft;
  const queue = usePhotoQueue(key, (face, photo) => setValue((now) => withUnitPhoto(now, face, photo)));
  const word = (name: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.unit.${name}`, options);
  const send = () =>
    run(
      (provider) =>
        provider.verb<Unit>('inspections', inspection.id, 'units', {
          ...unitBody(value),
          photos: photosOf(value),
        }),
      {
        success: 'resources.inspections.unit.done',
        onDone: (unit) => {
          draft.clear();
          navigate(`/inspections/${inspection.id}/units/${unit.id}`);
        },
      },
    );
  const waiting =
    queue.uploads.length > 0
      ? translate('resources.photos.waitingCount', { smart_count: queue.uploads.length })
      : undefined;
  return (
    <Box sx={PAGE}>
      <Title title={word('new', { no: (inspection.units?.length ?? 0) + 1, name: inspection.productName })} />
      <UnitPhotos draft={value} seal={seal} queue={queue} />
      <UnitFields
        draft={value}
        onChange={setValue}
        category={inspection.category}
        seal={seal}
        busy={busy}
        reason={inspection.refusals?.addUnit ?? waiting}
        send={word('send')}
        onSend={() => void send()}
      />
    </Box>
  );
}

/** What was written down of a unit, corrected; it is compared anew. */
export function EditUnit() {
  const { id, unitId } = useParams();
  const { inspection, seal, error } = useInspection(Number(id));
  const { data: unit, error: unitError } = useUnit(Number(unitId));
  if (error || unitError) return <ErrorPage error={error ?? unitError} />;
  if (!inspection || !seal || !unit) return <Waiting sx={{ mt: 2 }} />;
  return <EditForm inspection={inspection} seal={seal} unit={unit} />;
}

function EditForm({ inspection, seal, unit }: { inspection: Inspection; seal: SealFaces; unit: Unit }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { run, busy } = useVerb();
  const [draft, setDraft] = useState(() => draftOf(unit));
  const word = (name: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.unit.${name}`, options);
  const send = () =>
    run(
      (provider) =>
        provider.send('PUT', `/inspection-units/${unit.id}`, {
          ...unitBody(draft),
          rowVersion: unit.rowVersion,
        }),
      {
        success: 'house.done.saved',
        onDone: () => navigate(`/inspections/${inspection.id}/units/${unit.id}`),
      },
    );
  return (
    <Box sx={PAGE}>
      <Title title={word('edit', { no: unit.unitNo, name: inspection.productName })} />
      <UnitFields
        draft={draft}
        onChange={setDraft}
        category={inspection.category}
        seal={seal}
        busy={busy}
        reason={inspection.status === 'open' ? undefined : word('ended')}
        send={translate('house.action.save')}
        onSend={() => void send()}
      />
    </Box>
  );
}
