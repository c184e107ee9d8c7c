import { maxLength, required, TextInput } from 'react-admin';
import { Columns, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickShape, type Shape } from '../fields/pick-shape.ts';

const SHAPE: Shape = { name: true };

export function TeamCreate() {
  return (
    <HouseCreate body={(team) => pickShape(team, SHAPE)}>
      <NameInput />
    </HouseCreate>
  );
}

export function TeamEdit() {
  return (
    <HouseEdit body={(team) => pickShape(team, SHAPE)}>
      <NameInput />
    </HouseEdit>
  );
}

const NameInput = () => (
  <Columns>
    <TextInput source="name" validate={[required(), maxLength(60)]} />
  </Columns>
);
