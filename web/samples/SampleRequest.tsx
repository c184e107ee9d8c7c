import { useRef } from 'react';
import { BooleanInput, NumberInput, required, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FenInput } from '../fields/ExactInput.tsx';
import { Columns, HouseCreate } from '../fields/HouseForm.tsx';
import { pickShape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';
import { ProductInput } from './ProductInput.tsx';
import { RequestPreview } from './RequestPreview.tsx';

/** A sample for an anchor, or one the agency keeps for itself; why it is refused is said before it is sent. */
export function SampleRequest() {
  const refused = useRef<string>(undefined);
  return (
    <HouseCreate
      body={bodyOf}
      defaultValues={{ pieces: 1, isLoan: true, isValuable: false, isForAgency: false }}
      validate={() => (refused.current ? { productId: refused.current } : {})}
    >
      <Columns>
        <RequestPreview refused={refused} />
        <Fields />
      </Columns>
    </HouseCreate>
  );
}

function Fields() {
  const [isForAgency, isLoan, isValuable] = useWatch({ name: ['isForAgency', 'isLoan', 'isValuable'] });
  return (
    <>
      <ProductInput isOffered={!isForAgency} />
      {!isForAgency && <RefInput source="anchorId" reference="anchors" validate={required()} />}
      <BooleanInput source="isForAgency" helperText="resources.samples.forAgencyHelp" />
      <NumberInput source="pieces" min={1} max={999} step={1} validate={required()} />
      <BooleanInput source="isLoan" helperText="resources.samples.loanHelp" />
      {isLoan && (
        <NumberInput
          source="loanDays"
          min={1}
          max={365}
          step={1}
          helperText="resources.samples.loanDaysHelp"
        />
      )}
      <BooleanInput source="isValuable" helperText="resources.samples.valuableHelp" />
      {isValuable && <FenInput source="valueFen" />}
      <TextInput source="purpose" multiline className="wide" />
    </>
  );
}

function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  const { loanDays, ...body } = pickShape(values, {
    productId: true,
    anchorId: true,
    pieces: true,
    isLoan: false,
    loanDays: true,
    isValuable: false,
    valueFen: true,
    purpose: true,
  });
  return {
    ...body,
    anchorId: values.isForAgency ? null : body.anchorId,
    ...(values.isLoan && loanDays !== null ? { loanDays } : {}),
    valueFen: values.isValuable ? body.valueFen : null,
  };
}
