import { required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { today } from '../fields/day.ts';
import { Columns, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';

export const CONTRACT_STATUSES = ['draft', 'active', 'ended'] as const;

const SHAPE: Shape = {
  no: true,
  anchorId: true,
  title: true,
  signedOn: true,
  startsOn: true,
  endsOn: true,
  note: true,
};

/** A contract begins as a draft; it comes into force by activating a version. */
export function ContractCreate() {
  return (
    <HouseCreate body={(contract) => pickShape(contract, SHAPE)} defaultValues={{ startsOn: today() }}>
      <Columns>
        <ContractInputs />
      </Columns>
    </HouseCreate>
  );
}

export function ContractEdit() {
  return (
    <HouseEdit body={(contract) => pickEdit(contract, { ...SHAPE, status: true })}>
      <Columns>
        <ContractInputs />
        <StatusInput />
      </Columns>
    </HouseEdit>
  );
}

/** By hand a contract can only be ended: activating a version is what puts it in force. */
function StatusInput() {
  const status = useRecordContext()?.status;
  const choices = CONTRACT_STATUSES.filter((one) => one === status || one === 'ended');
  return <ChoiceInput source="status" choices={choices} validate={required()} />;
}

function ContractInputs() {
  const translate = useTranslate();
  const afterStart = (endsOn: string | null, contract: { startsOn?: string | null }) =>
    endsOn && contract.startsOn && endsOn < contract.startsOn
      ? translate('resources.contracts.endsBeforeStart')
      : undefined;
  return (
    <>
      <TextInput source="no" validate={required()} />
      <RefInput source="anchorId" reference="anchors" validate={required()} />
      <TextInput source="title" validate={required()} />
      <DayInput source="signedOn" />
      <DayInput source="startsOn" validate={required()} />
      <DayInput source="endsOn" validate={afterStart} />
      <TextInput source="note" multiline className="wide" />
    </>
  );
}
