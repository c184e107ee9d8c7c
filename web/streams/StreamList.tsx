import CalendarIcon from '@mui/icons-material/CalendarViewDayOutlined';
import TableIcon from '@mui/icons-material/TableRowsOutlined';
import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { DataTable, SearchInput, useStore, useTranslate } from 'react-admin';
import { ChoiceInput, PlatformInput } from '../fields/ChoiceInput.tsx';
import { Instant, InstantField } from '../fields/DayField.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { PlatformField } from '../fields/PlatformField.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { NamedLink, RowLink } from '../fields/RowLink.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { useMe } from '../shell/me-context.ts';
import { STREAM_STATUSES } from './choices.ts';
import { StreamDays } from './StreamDays.tsx';

const filters = [
  <SearchInput key="q" source="q" />,
  <DayInput key="from" source="from" />,
  <DayInput key="to" source="to" />,
  <ChoiceInput key="status" source="status" choices={STREAM_STATUSES} />,
  <PlatformInput key="platform" source="platform" />,
  <RefInput key="anchor" source="anchorId" reference="anchors" />,
];

/** The schedule, day by day as it comes, or as a table. */
export function StreamList() {
  const translate = useTranslate();
  const { can } = useMe();
  const [view, setView] = useStore<'calendar' | 'table'>('streams.view', 'calendar');
  return (
    <HouseList
      filters={can.includes('anchors.list') ? filters : filters.slice(0, -1)}
      sort={{ field: 'startsAt', order: 'DESC' }}
      perPage={50}
      empty="resources.streams.empty"
      instead={view === 'calendar' ? <StreamDays /> : undefined}
      actions={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          onChange={(_, next) => next && setView(next)}
          sx={{ mr: 'auto', '& .MuiToggleButton-root': { color: 'text.primary' } }}
        >
          <ToggleButton value="calendar" sx={{ py: 0.5, gap: 0.5 }}>
            <CalendarIcon fontSize="small" />
            {translate('resources.streams.view.calendar')}
          </ToggleButton>
          <ToggleButton value="table" sx={{ py: 0.5, gap: 0.5 }}>
            <TableIcon fontSize="small" />
            {translate('resources.streams.view.table')}
          </ToggleButton>
        </ToggleButtonGroup>
      }
      card={(stream) => ({
        title: stream.title,
        right: <StatusChip value={stream.status} />,
        lines: [stream.anchorName, <Instant key="at" at={stream.startsAt} />],
      })}
    >
      <DataTable.Col source="title" field={RowLink} />
      <DataTable.Col
        source="anchorName"
        render={(stream) => (
          <NamedLink resource="anchors" id={stream.anchorId}>
            {stream.anchorName}
          </NamedLink>
        )}
      />
      <DataTable.Col source="platform" field={PlatformField} />
      <DataTable.Col source="startsAt" field={InstantField} />
      <DataTable.Col source="endsAt" field={InstantField} />
      <DataTable.Col source="status" field={StatusField} />
      <DataTable.NumberCol source="itemCount" disableSort />
    </HouseList>
  );
}
