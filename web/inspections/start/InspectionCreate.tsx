import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { BooleanInput, NumberInput, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { AQLS, LEVELS } from '../../../api/domain/sampling/tables.ts';
import { PlatformInput } from '../../fields/ChoiceInput.tsx';
import { InstantInput } from '../../fields/DayInput.tsx';
import { FenInput } from '../../fields/ExactInput.tsx';
import { Columns, HouseCreate } from '../../fields/HouseForm.tsx';
import { pickShape } from '../../fields/pick-shape.ts';
import { RefInput } from '../../fields/RefInput.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { SealedNote } from './SealedNote.tsx';

const KINDS = ['lot', 'mystery'] as const;
const SHAPES = {
  lot: { lotNo: true, lotSize: true, level: true, aqlMajor: true, aqlMinor: true, isResubmitted: false },
  mystery: { orderNo: true, platform: true, boughtBy: true, boughtAt: true, receivedAt: true, paidFen: true },
} as const;
const choicesOf = (values: readonly string[]) => values.map((id) => ({ id, name: id }));

/** A lot by its plan, or a few units bought like anybody buys them. */
export function InspectionCreate() {
  return (
    <HouseCreate
      body={(values) =>
        pickShape(values, {
          kind: true,
          productId: true,
          ...SHAPES[values.kind as (typeof KINDS)[number]],
          note: true,
        })
      }
      defaultValues={{
        kind: 'lot',
        level: 'II',
        aqlMajor: '1.0',
        aqlMinor: '2.5',
        platform: 'douyin',
        isResubmitted: false,
      }}
    >
      <Kind />
      <Columns>
        <RefInput source="productId" reference="products" validate={required()} />
        <SealedNote />
        <Fields />
        <TextInput source="note" multiline className="wide" />
      </Columns>
    </HouseCreate>
  );
}

function Kind() {
  const translate = useTranslate();
  const { setValue } = useFormContext();
  const kind = useWatch({ name: 'kind' });
  const word = (key: string) => translate(`resources.inspections.${key}`);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={kind}
      aria-label={word('fields.kind')}
      onChange={(_, next) => next && setValue('kind', next, { shouldDirty: true })}
      sx={{ mb: 1.5 }}
    >
      {KINDS.map((one) => (
        <ToggleButton key={one} value={one} sx={{ textTransform: 'none', px: 2 }}>
          {word(`values.kind.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Fields() {
  const kind = useWatch({ name: 'kind' });
  const word = 'resources.inspections.help';
  if (kind === 'mystery')
    return (
      <>
        <TextInput source="orderNo" validate={required()} />
        <PlatformInput source="platform" validate={required()} />
        <TextInput source="boughtBy" validate={required()} helperText={`${word}.boughtBy`} />
        <InstantInput source="boughtAt" validate={required()} />
        <InstantInput source="receivedAt" />
        <FenInput source="paidFen" />
      </>
    );
  return (
    <>
      <TextInput source="lotNo" />
      <NumberInput source="lotSize" min={1} step={1} validate={required()} />
      <SelectInput
        source="level"
        choices={choicesOf(LEVELS)}
        translateChoice={false}
        validate={required()}
        helperText={`${word}.level`}
      />
      <SelectInput
        source="aqlMajor"
        choices={choicesOf(AQLS)}
        translateChoice={false}
        validate={required()}
        helperText={`${word}.aqlMajor`}
      />
      <SelectInput
        source="aqlMinor"
        choices={choicesOf(AQLS)}
        translateChoice={false}
        validate={required()}
        helperText={`${word}.aqlMinor`}
      />
      <BooleanInput source="isResubmitted" helperText={`${word}.isResubmitted`} />
      <PlanPreview />
    </>
  );
}
