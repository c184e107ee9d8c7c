import { NumberInput, required, TextInput } from 'react-admin';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { Columns, FormHeading, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { GtinInput } from './GtinInput.tsx';

export const PRODUCT_STATUSES = ['active', 'paused'] as const;

const SHAPE: Shape = {
  brandId: true,
  name: true,
  gtin: true,
  category: true,
  spec: true,
  ingredients: true,
  licenceNo: true,
  maker: true,
  origin: true,
  shelfLifeDays: true,
  status: true,
  listings: { id: true, platform: true, externalId: true, title: true, anchorId: true },
};

export function ProductCreate() {
  return (
    <HouseCreate
      body={(product) => pickShape(product, SHAPE)}
      defaultValues={{ status: 'active', listings: [] }}
    >
      <ProductInputs />
    </HouseCreate>
  );
}

export function ProductEdit() {
  return (
    <HouseEdit body={(product) => pickEdit(product, SHAPE)}>
      <ProductInputs />
    </HouseEdit>
  );
}

function ProductInputs() {
  return (
    <>
      <Columns>
        <TextInput source="name" validate={required()} />
        <RefInput source="brandId" reference="brands" />
        <GtinInput source="gtin" />
        <TextInput
          source="category"
          helperText="resources.products.categoryHelp"
          slotProps={{ htmlInput: { maxLength: 40 } }}
        />
        <TextInput source="spec" />
        <TextInput source="licenceNo" />
        <TextInput source="maker" />
        <TextInput source="origin" />
        <NumberInput source="shelfLifeDays" min={1} step={1} />
        <ChoiceInput source="status" choices={PRODUCT_STATUSES} validate={required()} />
        <TextInput source="ingredients" multiline className="wide" />
      </Columns>
      <FormHeading text="resources.products.section.listings" help="resources.products.listingHelp" />
      <RowsEditor
        source="listings"
        emptyLabel="resources.products.noListings"
        newRow={() => ({ platform: 'douyin', externalId: '', title: null, anchorId: null })}
      >
        <PlatformInput source="platform" validate={required()} />
        <TextInput source="externalId" validate={required()} />
        <TextInput source="title" />
        <RefInput source="anchorId" reference="anchors" />
      </RowsEditor>
    </>
  );
}
