import { NumberInput, required, TextInput, useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { today } from '../fields/day.ts';
import { FenInput } from '../fields/ExactInput.tsx';
import { Columns, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';
import { PROMISE_KINDS, UNITS } from './promise.ts';

const SHAPE: Shape = {
  clauseNo: true,
  kind: true,
  title: true,
  target: true,
  unit: true,
  cadence: true,
  startsOn: true,
  endsOn: true,
  note: true,
};

export function PromiseCreate() {
  return (
    <HouseCreate
      body={(promise) => withUnit(pickShape(promise, { ...SHAPE, contractId: true }))}
      defaultValues={{ startsOn: today(), cadence: 'monthly', unit: '场' }}
    >
      <Columns>
        <RefInput source="contractId" reference="contracts" validate={required()} />
        <PromiseInputs />
      </Columns>
    </HouseCreate>
  );
}

export function PromiseEdit() {
  return (
    <HouseEdit body={(promise) => withUnit(pickEdit(promise, SHAPE))}>
      <Columns>
        <PromiseInputs />
      </Columns>
    </HouseEdit>
  );
}

/** A figure and its unit come together: nothing to count has neither. */
const withUnit = (values: Record<string, unknown>): Record<string, unknown> =>
  values.target === null || values.target === undefined ? { ...values, target: null, unit: null } : values;

function PromiseInputs() {
  const isKnown = useRecordContext() !== undefined;
  return (
    <>
      <TextInput source="title" validate={required()} className="wide" />
      <ChoiceInput source="kind" choices={PROMISE_KINDS} validate={required()} />
      <TextInput source="clauseNo" />
      <ChoiceInput source="cadence" choices={['monthly', 'once']} validate={required()} />
      <ChoiceInput source="unit" choices={UNITS} words="resources.contract-promises.unit" />
      <TargetInput />
      <DayInput source="startsOn" validate={required()} />
      <DayInput source="endsOn" />
      <TextInput
        source="note"
        multiline
        className="wide"
        helperText={isKnown ? undefined : 'resources.contract-promises.noteHelp'}
      />
    </>
  );
}

/** Money is typed as yuan, everything else as a whole number. */
function TargetInput() {
  const unit = useWatch({ name: 'unit' });
  return unit === 'fen' ? (
    <FenInput source="target" key="fen" />
  ) : (
    <NumberInput source="target" key="count" step={1} min={1} />
  );
}
