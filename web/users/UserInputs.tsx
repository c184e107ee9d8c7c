import { Alert } from '@mui/material';
import {
  BooleanInput,
  email,
  minLength,
  PasswordInput,
  required,
  TextInput,
  useTranslate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { PASSWORD_MIN_LENGTH } from '../../api/domain/password.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Columns, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';

export const ROLES = ['anchor', 'operator', 'compliance', 'finance', 'admin'] as const;
export const SCOPES = ['own', 'group', 'all'] as const;

const SHAPE: Shape = {
  name: true,
  role: true,
  scope: true,
  teamId: true,
  anchorId: true,
  locale: true,
  banned: false,
};

export function UserCreate() {
  const translate = useTranslate();
  const tooShort = translate('resources.users.passwordShort', { min: PASSWORD_MIN_LENGTH });
  return (
    <HouseCreate
      body={(user) => bodyOf(pickShape(user, { ...SHAPE, email: true, password: true }))}
      defaultValues={{ role: 'operator', scope: 'own', locale: 'zh', banned: false }}
    >
      <Columns>
        <TextInput source="name" validate={required()} />
        <TextInput source="email" type="email" validate={[required(), email()]} autoComplete="off" />
        <PasswordInput
          source="password"
          validate={[required(), minLength(PASSWORD_MIN_LENGTH, tooShort)]}
          helperText={tooShort}
          autoComplete="new-password"
        />
        <RoleInputs />
      </Columns>
    </HouseCreate>
  );
}

export function UserEdit() {
  const translate = useTranslate();
  return (
    <HouseEdit body={(user) => bodyOf(pickEdit(user, SHAPE))}>
      <Columns>
        <TextInput source="name" validate={required()} />
        <RoleInputs />
        <BooleanInput source="banned" />
        <Alert severity="info" className="wide">
          {translate('resources.users.signsOut')}
        </Alert>
      </Columns>
    </HouseEdit>
  );
}

/** Only an anchor's user is an anchor; what the role hides is not sent. */
const bodyOf = (user: Record<string, unknown>) => ({
  ...user,
  anchorId: user.role === 'anchor' ? user.anchorId : null,
});

function RoleInputs() {
  const role = useWatch({ name: 'role' });
  return (
    <>
      <ChoiceInput source="role" choices={ROLES} validate={required()} />
      {role === 'anchor' && <RefInput source="anchorId" reference="anchors" validate={required()} />}
      {role === 'operator' && <ChoiceInput source="scope" choices={SCOPES} validate={required()} />}
      {role === 'operator' && <RefInput source="teamId" reference="teams" />}
      <ChoiceInput source="locale" choices={['zh', 'en']} validate={required()} />
    </>
  );
}
