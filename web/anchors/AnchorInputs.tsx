import { required, TextInput } from 'react-admin';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { Columns, FormHeading, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { useMe } from '../shell/me-context.ts';
import { ANCHOR_STATUSES, BINDINGS, TIERS } from './choices.ts';

const SHAPE: Shape = {
  name: true,
  realName: true,
  tier: true,
  status: true,
  managerUserId: true,
  teamId: true,
  phone: true,
  bornOn: true,
  joinedOn: true,
  note: true,
  accounts: { id: true, platform: true, externalId: true, nickname: true, binding: true },
};

export function AnchorCreate() {
  const me = useMe();
  // Whoever registers an anchor usually looks after them.
  const defaultValues = {
    tier: 'tail',
    status: 'active',
    accounts: [],
    managerUserId: me.role === 'operator' ? me.id : null,
  };
  return (
    <HouseCreate body={(anchor) => pickShape(anchor, SHAPE)} defaultValues={defaultValues}>
      <AnchorInputs />
    </HouseCreate>
  );
}

export function AnchorEdit() {
  return (
    <HouseEdit body={(anchor) => pickEdit(anchor, SHAPE)}>
      <AnchorInputs />
    </HouseEdit>
  );
}

function AnchorInputs() {
  return (
    <>
      <Columns>
        <TextInput source="name" validate={required()} />
        <TextInput source="realName" />
        <ChoiceInput source="tier" choices={TIERS} validate={required()} />
        <ChoiceInput source="status" choices={ANCHOR_STATUSES} validate={required()} />
        <RefInput source="managerUserId" reference="staff" />
        <RefInput source="teamId" reference="teams" />
        <TextInput source="phone" inputMode="tel" />
        <DayInput source="bornOn" />
        <DayInput source="joinedOn" />
        <TextInput source="note" multiline className="wide" helperText="resources.anchors.noteHelp" />
      </Columns>
      <FormHeading text="resources.anchors.section.accounts" help="resources.anchors.externalIdHelp" />
      <RowsEditor
        source="accounts"
        emptyLabel="resources.anchors.noAccounts"
        newRow={() => ({ platform: 'douyin', externalId: '', nickname: null, binding: 'bound' })}
      >
        <PlatformInput source="platform" validate={required()} />
        <TextInput source="externalId" validate={required()} />
        <TextInput source="nickname" />
        <ChoiceInput source="binding" choices={BINDINGS} validate={required()} />
      </RowsEditor>
    </>
  );
}
