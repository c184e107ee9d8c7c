import { useRecordContext, useTranslate } from 'react-admin';
import { InstantField } from '../fields/DayField.tsx';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { PlatformField } from '../fields/PlatformField.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { RowsTable } from '../fields/RowsTable.tsx';
import { StatusField } from '../fields/StatusChip.tsx';
import { type StopSaleFlag, StopSaleMark } from '../fields/StopSaleMark.tsx';
import { useMe } from '../shell/me-context.ts';

interface Item {
  id: number;
  position: number;
  productId: number;
  productName: string;
  itemRole: string;
  plannedMinutes: number | null;
  stopSale: StopSaleFlag | null;
}

interface Stream {
  id: number;
  anchorId: number;
  anchorName: string;
  items?: Item[];
}

export function StreamShow() {
  const { can } = useMe();
  return (
    <HouseShow editAction={can.includes('streams.edit') ? 'streams.edit' : null}>
      <Section title="resources.streams.section.profile">
        <Facts>
          <Fact source="title" />
          <Fact source="anchorId">
            <Anchor />
          </Fact>
          <Fact source="platform">
            <PlatformField source="platform" />
          </Fact>
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          <Fact source="startsAt">
            <InstantField source="startsAt" />
          </Fact>
          <Fact source="endsAt">
            <InstantField source="endsAt" />
          </Fact>
          <Fact source="roomExtId" />
          <Fact source="liveMinutes" />
          {can.includes('streams.edit') && <Fact source="note" wide />}
        </Facts>
      </Section>
      <Section title="resources.streams.section.items" flush>
        <RunSheet />
      </Section>
      <RecordHistory entity="stream" />
    </HouseShow>
  );
}

function Anchor() {
  const stream = useRecordContext<Stream>();
  const { can } = useMe();
  if (!can.includes('anchors.show')) return stream?.anchorName;
  return (
    <NamedLink resource="anchors" id={stream?.anchorId}>
      {stream?.anchorName}
    </NamedLink>
  );
}

function RunSheet() {
  const stream = useRecordContext<Stream>();
  const translate = useTranslate();
  const { can } = useMe();
  if (!stream?.items?.length) return <EmptyState dense text={translate('resources.streams.noItems')} />;
  return (
    <RowsTable
      source="items"
      rows={stream.items}
      right={['position', 'plannedMinutes']}
      labels={{ position: 'resources.contracts.partPosition' }}
      columns={{
        position: (_, index) => index + 1,
        productId: (item) => (
          <>
            {can.includes('products.show') ? (
              <NamedLink resource="products" id={item.productId}>
                {item.productName}
              </NamedLink>
            ) : (
              item.productName
            )}
            <div>
              <StopSaleMark flag={item.stopSale} />
            </div>
          </>
        ),
        itemRole: (item) => translate(`resources.streams.values.itemRole.${item.itemRole}`),
        plannedMinutes: (item) => item.plannedMinutes,
      }}
    />
  );
}
