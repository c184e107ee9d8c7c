import { Box } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { DayField } from '../fields/DayField.tsx';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { RowsTable } from '../fields/RowsTable.tsx';
import { ChoiceField, StatusChip, StatusField } from '../fields/StatusChip.tsx';
import { PayeeCard } from './PayeeCard.tsx';

export function AnchorShow() {
  return (
    <HouseShow>
      <Section title="resources.anchors.section.profile">
        <Facts>
          <Fact source="name" />
          <Fact source="realName" />
          <Fact source="tier">
            <ChoiceField source="tier" />
          </Fact>
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          <Fact source="managerName" />
          <Fact source="phone" />
          <Fact source="bornOn">
            <DayField source="bornOn" />
          </Fact>
          <Fact source="joinedOn">
            <DayField source="joinedOn" />
          </Fact>
          <Fact source="note" wide />
        </Facts>
      </Section>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <Section title="resources.anchors.section.accounts" flush>
          <Accounts />
        </Section>
        <PayeeCard />
      </Box>
      <RecordHistory entity="anchor" />
    </HouseShow>
  );
}

interface Account {
  id: number;
  platform: string;
  externalId: string;
  nickname: string | null;
  binding: string;
}

function Accounts() {
  const anchor = useRecordContext<{ id: number; accounts?: Account[] }>();
  const translate = useTranslate();
  if (!anchor?.accounts?.length) return <EmptyState dense text={translate('resources.anchors.noAccounts')} />;
  return (
    <RowsTable
      source="accounts"
      rows={anchor.accounts}
      columns={{
        platform: (account) => <Platform value={account.platform} />,
        nickname: (account) => account.nickname,
        externalId: (account) => account.externalId,
        binding: (account) => <StatusChip value={account.binding} source="binding" />,
      }}
    />
  );
}
