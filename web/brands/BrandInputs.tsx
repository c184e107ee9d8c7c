import { required, TextInput, useTranslate } from 'react-admin';
import { isCreditCode } from '../../api/domain/credit-code.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Columns, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';

export const BRAND_STATUSES = ['active', 'paused', 'blacklisted'] as const;

const SHAPE: Shape = { name: true, company: true, creditCode: true, contact: true, status: true, note: true };

export function BrandCreate() {
  return (
    <HouseCreate body={(brand) => pickShape(brand, SHAPE)} defaultValues={{ status: 'active' }}>
      <BrandInputs />
    </HouseCreate>
  );
}

export function BrandEdit() {
  return (
    <HouseEdit body={(brand) => pickEdit(brand, SHAPE)}>
      <BrandInputs />
    </HouseEdit>
  );
}

function BrandInputs() {
  const translate = useTranslate();
  const shape = (code?: string) =>
    code && !isCreditCode(code) ? translate('resources.brands.creditCodeShape') : undefined;
  return (
    <Columns>
      <TextInput source="name" validate={required()} />
      <TextInput source="company" />
      <TextInput
        source="creditCode"
        validate={shape}
        parse={(text: string) => text.trim().toUpperCase() || null}
      />
      <TextInput source="contact" />
      <ChoiceInput source="status" choices={BRAND_STATUSES} validate={required()} />
      <TextInput source="note" multiline className="wide" />
    </Columns>
  );
}
