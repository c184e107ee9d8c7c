import { useRecordContext, useTranslate } from 'react-admin';
import { DayField } from '../fields/DayField.tsx';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Fen, Rate } from '../fields/FenField.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { RowsTable } from '../fields/RowsTable.tsx';
import { StatusField } from '../fields/StatusChip.tsx';
import { type StopSaleFlag, StopSaleMark } from '../fields/StopSaleMark.tsx';
import { netPriceFen } from './net-price.ts';

interface DealLine {
  id: number;
  productId: number;
  productName: string;
  livePriceFen: number;
  listPriceFen: number | null;
  couponFen: number;
  gifts: string | null;
  commissionRateBps: number;
  serviceRateBps: number;
  slotFeeFen: number;
  pricePromise: string | null;
  exclusive: boolean;
  stopSale: StopSaleFlag | null;
}

interface Deal {
  id: number;
  brandId: number;
  brandName: string;
  lines?: DealLine[];
}

export function DealShow() {
  return (
    <HouseShow>
      <Section title="resources.deals.section.profile">
        <Facts>
          <Fact source="title" />
          <Fact source="brandId">
            <Brand />
          </Fact>
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          <Fact source="startsOn">
            <DayField source="startsOn" />
          </Fact>
          <Fact source="endsOn">
            <DayField source="endsOn" />
          </Fact>
          <Fact source="ownerName" />
          <Fact source="note" wide />
        </Facts>
      </Section>
      <Section title="resources.deals.section.lines" flush>
        <Lines />
      </Section>
      <RecordHistory entity="deal" />
    </HouseShow>
  );
}

function Brand() {
  const deal = useRecordContext<Deal>();
  return (
    <NamedLink resource="brands" id={deal?.brandId}>
      {deal?.brandName}
    </NamedLink>
  );
}

function Lines() {
  const deal = useRecordContext<Deal>();
  const translate = useTranslate();
  if (!deal?.lines?.length) return <EmptyState dense text={translate('resources.deals.noLines')} />;
  return (
    <RowsTable
      source="lines"
      rows={deal.lines}
      right={[
        'livePriceFen',
        'couponFen',
        'netPrice',
        'listPriceFen',
        'commissionRateBps',
        'serviceRateBps',
        'slotFeeFen',
      ]}
      labels={{ netPrice: 'resources.deals.netPrice' }}
      columns={{
        productId: (line) => (
          <>
            <NamedLink resource="products" id={line.productId}>
              {line.productName}
            </NamedLink>
            <div>
              <StopSaleMark flag={line.stopSale} />
            </div>
          </>
        ),
        livePriceFen: (line) => <Fen value={line.livePriceFen} />,
        couponFen: (line) => <Fen value={line.couponFen} />,
        netPrice: (line) => <Fen strong value={netPriceFen(line.livePriceFen, line.couponFen)} />,
        listPriceFen: (line) => <Fen value={line.listPriceFen} />,
        commissionRateBps: (line) => <Rate value={line.commissionRateBps} />,
        serviceRateBps: (line) => <Rate value={line.serviceRateBps} />,
        slotFeeFen: (line) => <Fen value={line.slotFeeFen} />,
        gifts: (line) => line.gifts,
        pricePromise: (line) => line.pricePromise,
        exclusive: (line) => line.exclusive && translate('resources.deals.exclusiveYes'),
      }}
    />
  );
}
