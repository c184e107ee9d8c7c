import { required, TextInput } from 'react-admin';
import { Columns, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit } from '../fields/pick-shape.ts';

/** Only its name and the batch: everything else of a case is a step with a reason. */
export function CaseEdit() {
  return (
    <HouseEdit body={(one) => pickEdit(one, { title: true, batch: true })}>
      <Columns>
        <TextInput source="title" validate={required()} className="wide" />
        <TextInput source="batch" parse={(text: string) => text || null} />
      </Columns>
    </HouseEdit>
  );
}
