import { Box } from '@mui/material';
import { DataTable, useRecordContext, useTranslate } from 'react-admin';
import { InstantField } from '../fields/DayField.tsx';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { Platform, PlatformField } from '../fields/PlatformField.tsx';
import { RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { type StopSaleFlag, StopSaleMark } from '../fields/StopSaleMark.tsx';

interface OwnStream {
  id: number;
  items?: OwnItem[];
}

interface OwnItem {
  id: number;
  position: number;
  productName: string;
  itemRole: string;
  plannedMinutes: number | null;
  stopSale: StopSaleFlag | null;
}

/** One's own streams, the next and the latest first. */
export function OwnStreamList() {
  return (
    <HouseList
      createAction={null}
      sort={{ field: 'startsAt', order: 'DESC' }}
      empty="resources.portal.stream.none"
      card={(stream) => ({
        title: stream.title,
        right: <StatusChip value={stream.status} />,
        lines: [chinaTime(stream.startsAt), <Platform key="platform" value={stream.platform} />],
      })}
    >
      <DataTable.Col source="title" field={RowLink} disableSort />
      <DataTable.Col source="startsAt" field={InstantField} />
      <DataTable.Col source="platform" field={PlatformField} disableSort />
      <DataTable.Col source="status" field={StatusField} disableSort />
      <DataTable.NumberCol source="itemCount" disableSort />
    </HouseList>
  );
}

export function OwnStreamShow() {
  return (
    <HouseShow editAction={null}>
      <Section>
        <Facts>
          <Fact source="title" wide />
          <Fact source="startsAt">
            <InstantField source="startsAt" />
          </Fact>
          <Fact source="endsAt">
            <InstantField source="endsAt" />
          </Fact>
          <Fact source="platform">
            <PlatformField source="platform" />
          </Fact>
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
        </Facts>
      </Section>
      <Section title="resources.streams.section.items" flush>
        <Items />
      </Section>
    </HouseShow>
  );
}

/** What is sold, in the order it is shown. */
function Items() {
  const stream = useRecordContext<OwnStream>();
  const translate = useTranslate();
  const items = stream?.items;
  if (!items) return null;
  if (items.length === 0) return <EmptyState dense text={translate('resources.portal.stream.noItems')} />;
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {items.map((item) => (
        <Box
          component="li"
          key={item.id}
          sx={{ display: 'flex', gap: 1.5, px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}
        >
          <Box sx={{ minWidth: 24, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {item.position}
          </Box>
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {item.productName}
            <div>
              <StopSaleMark flag={item.stopSale} />
            </div>
          </Box>
          <Box sx={{ color: 'text.secondary', textAlign: 'right', flex: 'none' }}>
            {translate(`resources.streams.values.itemRole.${item.itemRole}`)}
            {item.plannedMinutes !== null && (
              <div>{translate('resources.portal.stream.minutes', { count: item.plannedMinutes })}</div>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
