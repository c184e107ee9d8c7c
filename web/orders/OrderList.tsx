import { Box } from '@mui/material';
import { useMemo } from 'react';
import { DataTable, SearchInput, useRecordContext, useTranslate } from 'react-admin';
import { ORDER_STATUSES } from '../../api/domain/order-status.ts';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { InstantField } from '../fields/DayField.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { PlatformField } from '../fields/PlatformField.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { GapHint } from './GapHint.tsx';
import { OrderSummary } from './OrderSummary.tsx';
import type { OrderLine } from './order-state.ts';
import { TrackChip } from './TrackChip.tsx';

const filtersOf = (searchHint: string) => [
  <SearchInput key="q" source="q" placeholder={searchHint} />,
  <ChoiceInput key="track" source="track" choices={['estimated', 'settled']} />,
  <ChoiceInput key="status" source="status" choices={ORDER_STATUSES} />,
  <ChoiceInput key="kind" source="kind" choices={['sale', 'refund']} />,
  <PlatformInput key="platform" source="platform" />,
  <RefInput key="anchor" source="anchorId" reference="anchors" />,
  <DayInput key="from" source="from" />,
  <DayInput key="to" source="to" />,
];

export function OrderList() {
  const translate = useTranslate();
  const filters = useMemo(() => filtersOf(translate('resources.orders.searchHint')), [translate]);
  return (
    <Box sx={{ '& .list-page': { flexDirection: 'column' } }}>
      <HouseList
        filters={filters}
        createAction={null}
        actions={<GapHint />}
        aside={<OrderSummary />}
        empty="resources.orders.empty"
        card={(line) => ({
          title: line.orderNo,
          right: <Fen value={line.paidFen} strong />,
          lines: [
            line.productName,
            <AnchorName key="anchor" record={line as OrderLine} />,
            <TrackChip key="track" record={line as OrderLine} />,
          ],
        })}
      >
        <DataTable.Col source="orderNo" disableSort>
          <RowLink source="orderNo" />
        </DataTable.Col>
        <DataTable.Col source="platform" field={PlatformField} disableSort />
        <DataTable.Col source="anchorName" disableSort>
          <AnchorName />
        </DataTable.Col>
        <DataTable.Col
          source="productName"
          disableSort
          sx={{ maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        />
        <DataTable.Col align="right" source="paidFen" field={FenField} />
        <DataTable.Col align="right" source="refundFen" field={FenField} disableSort />
        <DataTable.Col align="right" source="settledFen" field={FenField} disableSort />
        <DataTable.Col source="track" disableSort>
          <TrackChip />
        </DataTable.Col>
        <DataTable.Col source="paidAt" field={InstantField} />
      </HouseList>
    </Box>
  );
}

/** Our anchor as a link; a name only the file knows is shown as such. */
export function AnchorName(props: { record?: OrderLine }) {
  const line = useRecordContext<OrderLine>(props);
  const translate = useTranslate();
  if (!line) return null;
  if (line.anchorId !== null)
    return (
      <NamedLink resource="anchors" id={line.anchorId}>
        {line.anchorName}
      </NamedLink>
    );
  const given = line.anchorName ?? line.anchorExtId;
  return (
    <Box component="span" sx={{ color: 'warning.main' }}>
      {given
        ? translate('resources.orders.unknownAnchor', { name: given })
        : translate('resources.orders.noAnchor')}
    </Box>
  );
}
