import { Box } from '@mui/material';
import { BooleanInput, required, TextInput, useTranslate, useWrappedSource } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { FenInput, RateInput } from '../fields/ExactInput.tsx';
import { Fen } from '../fields/FenField.tsx';
import { Columns, FormHeading, HouseCreate, HouseEdit } from '../fields/HouseForm.tsx';
import { pickEdit, pickShape, type Shape } from '../fields/pick-shape.ts';
import { RefInput } from '../fields/RefInput.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { useMe } from '../shell/me-context.ts';
import { netPriceFen } from './net-price.ts';

export const DEAL_STATUSES = ['draft', 'agreed', 'running', 'ended', 'cancelled'] as const;

const SHAPE: Shape = {
  brandId: true,
  title: true,
  status: true,
  startsOn: true,
  endsOn: true,
  ownerUserId: true,
  note: true,
  lines: {
    id: true,
    productId: true,
    livePriceFen: true,
    listPriceFen: true,
    couponFen: 0,
    gifts: true,
    commissionRateBps: true,
    serviceRateBps: 0,
    slotFeeFen: 0,
    pricePromise: true,
    exclusive: false,
  },
};

export function DealCreate() {
  const me = useMe();
  return (
    <HouseCreate
      body={(deal) => pickShape(deal, SHAPE)}
      defaultValues={{ status: 'draft', ownerUserId: me.id, lines: [] }}
    >
      <DealInputs />
    </HouseCreate>
  );
}

export function DealEdit() {
  return (
    <HouseEdit body={(deal) => pickEdit(deal, SHAPE)}>
      <DealInputs />
    </HouseEdit>
  );
}

function DealInputs() {
  const translate = useTranslate();
  const brandId = useWatch({ name: 'brandId' });
  const afterStart = (endsOn: string | null, deal: { startsOn?: string | null }) =>
    endsOn && deal.startsOn && endsOn < deal.startsOn
      ? translate('resources.deals.endsBeforeStart')
      : undefined;
  return (
    <>
      <Columns>
        <TextInput source="title" validate={required()} />
        <RefInput source="brandId" reference="brands" validate={required()} />
        <ChoiceInput source="status" choices={DEAL_STATUSES} validate={required()} />
        <DayInput source="startsOn" />
        <DayInput source="endsOn" validate={afterStart} />
        <RefInput source="ownerUserId" reference="staff" />
        <TextInput source="note" multiline className="wide" />
      </Columns>
      <FormHeading text="resources.deals.section.lines" />
      <RowsEditor
        source="lines"
        addLabel="resources.deals.addLine"
        emptyLabel="resources.deals.noLines"
        newRow={() => ({ couponFen: 0, serviceRateBps: 0, slotFeeFen: 0, exclusive: false })}
      >
        <RefInput
          source="productId"
          reference="products"
          filter={brandId ? { brandId } : undefined}
          validate={required()}
          className="double"
        />
        <FenInput source="livePriceFen" validate={required()} />
        <FenInput source="couponFen" />
        <NetPrice />
        <FenInput source="listPriceFen" />
        <RateInput source="commissionRateBps" validate={required()} />
        <RateInput source="serviceRateBps" />
        <FenInput source="slotFeeFen" />
        <TextInput source="gifts" />
        <TextInput source="pricePromise" />
        <BooleanInput source="exclusive" />
      </RowsEditor>
    </>
  );
}

/** 到手价, worked out while the price is typed. */
function NetPrice() {
  const translate = useTranslate();
  const row = useWatch({ name: useWrappedSource('') }) as
    | { livePriceFen?: unknown; couponFen?: unknown }
    | undefined;
  const netFen = netPriceFen(row?.livePriceFen, row?.couponFen);
  return (
    <Box sx={{ pt: 0.75, px: 0.5 }} aria-live="polite">
      <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{translate('resources.deals.netPrice')}</Box>
      <Fen value={netFen} strong />
      {netFen !== undefined && netFen < 0 && (
        <Box sx={{ fontSize: '0.75rem', color: 'error.main' }}>
          {translate('resources.deals.couponTooBig')}
        </Box>
      )}
    </Box>
  );
}
