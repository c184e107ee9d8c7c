import { Box } from '@mui/material';
import { NumberInput, required, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { InstantInput } from '../fields/DayInput.tsx';
import { Columns, FormHeading, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { plannedMinutes } from './by-day.ts';
import { ITEM_ROLES, STREAM_STATUSES } from './choices.ts';

/** A row's place in the list is its position: nothing else says the order. */
const SHAPE: Shape = {
  anchorId: true,
  platform: true,
  title: true,
  roomExtId: true,
  status: true,
  startsAt: true,
  endsAt: true,
  note: true,
  liveMinutes: true,
  items: { id: true, productId: true, dealLineId: true, itemRole: true, plannedMinutes: true },
};

export function StreamCreate() {
  return (
    <HouseCreate
      body={(stream) => pickShape(stream, SHAPE)}
      defaultValues={{ status: 'planned', platform: 'douyin', items: [] }}
    >
      <StreamInputs />
    </HouseCreate>
  );
}

export function StreamEdit() {
  return (
    <HouseEdit body={(stream) => pickEdit(stream, SHAPE)}>
      <StreamInputs />
    </HouseEdit>
  );
}

function StreamInputs() {
  const translate = useTranslate();
  const afterStart = (endsAt: string | null, stream: { startsAt?: string | null }) =>
    endsAt && stream.startsAt && Date.parse(endsAt) <= Date.parse(stream.startsAt)
      ? translate('resources.streams.endsBeforeStart')
      : undefined;
  return (
    <>
      <Columns>
        <TextInput source="title" validate={required()} />
        <RefInput source="anchorId" reference="anchors" validate={required()} />
        <PlatformInput source="platform" validate={required()} />
        <InstantInput source="startsAt" validate={required()} />
        <InstantInput source="endsAt" validate={[required(), afterStart]} />
        <TextInput source="roomExtId" />
        <ChoiceInput source="status" choices={STREAM_STATUSES} validate={required()} />
        <NumberInput
          source="liveMinutes"
          min={0}
          max={2880}
          step={1}
          helperText="resources.streams.liveMinutesHelp"
        />
        <TextInput source="note" multiline className="wide" />
      </Columns>
      <FormHeading text="resources.streams.section.items" help="resources.streams.drag" />
      <RowsEditor
        source="items"
        addLabel="resources.streams.addItem"
        emptyLabel="resources.streams.noItems"
        newRow={() => ({ itemRole: 'profit', plannedMinutes: 5 })}
        columns={{ xs: 'minmax(0, 1fr) 84px', sm: 'minmax(0, 3fr) minmax(90px, 1fr) minmax(76px, 110px)' }}
        max={300}
        movable
      >
        <RefInput source="productId" reference="products" validate={required()} className="phone-wide" />
        <ChoiceInput source="itemRole" choices={ITEM_ROLES} validate={required()} />
        <NumberInput source="plannedMinutes" min={1} max={240} step={1} />
      </RowsEditor>
      <Minutes />
    </>
  );
}

function Minutes() {
  const translate = useTranslate();
  const [items = [], startsAt, endsAt] = useWatch({ name: ['items', 'startsAt', 'endsAt'] });
  const { minutes, over } = plannedMinutes(items, startsAt, endsAt);
  if (items.length === 0) return null;
  return (
    <Box sx={{ mt: 1, color: 'text.secondary' }} aria-live="polite">
      {translate('resources.streams.minutesTotal', { count: items.length, minutes })}
      {over > 0 && (
        <Box component="span" sx={{ ml: 1.5, color: 'warning.main' }}>
          {translate('resources.streams.minutesOver', { minutes: over })}
        </Box>
      )}
    </Box>
  );
}
