import { Box, Tab, Tabs } from '@mui/material';
import { useEffect } from 'react';
import { useRecordContext, useShowContext, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { DayField } from '../fields/DayField.tsx';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StatusField } from '../fields/StatusChip.tsx';
import { useMe } from '../shell/me-context.ts';
import { ContractPapers } from './documents/ContractPapers.tsx';
import { NewVersion } from './NewVersion.tsx';
import { StageChip } from './StageChip.tsx';
import { VersionView } from './VersionView.tsx';
import { type Contract, versionToOpen } from './version.ts';

export function ContractShow() {
  const { can } = useMe();
  const staff = can.includes('contracts.edit') || can.includes('anchors.list');
  return (
    <HouseShow editAction={staff ? 'contracts.edit' : null} actions={staff && <NewVersion />}>
      <Section title="resources.contracts.section.profile">
        <Facts>
          <Fact source="no" />
          <Fact source="anchorId">
            <Anchor linked={can.includes('anchors.show')} />
          </Fact>
          <Fact source="title" />
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          {['signedOn', 'startsOn', 'endsOn'].map((source) => (
            <Fact key={source} source={source}>
              <DayField source={source} />
            </Fact>
          ))}
          {staff && <Fact source="note" wide />}
        </Facts>
      </Section>
      <Versions />
      <ContractPapers />
      <RecordHistory entity="contract" />
    </HouseShow>
  );
}

function Anchor({ linked }: { linked: boolean }) {
  const contract = useRecordContext<Contract>();
  if (!linked) return contract?.anchorName;
  return (
    <NamedLink resource="anchors" id={contract?.anchorId}>
      {contract?.anchorName}
    </NamedLink>
  );
}

/** One tab per version, the newest first; open is what somebody works on, else what is in force. */
function Versions() {
  const contract = useRecordContext<Contract>();
  const translate = useTranslate();
  const { refetch } = useShowContext();
  const [query, setQuery] = useSearchParams();
  const picked = Number(query.get('version'));
  const versions = [...(contract?.versions ?? [])].sort((a, b) => b.versionNo - a.versionNo);
  const asked = versions.find((one) => one.id === picked);
  const open = asked ?? versionToOpen(versions);
  const isNews = picked > 0 && asked === undefined;
  // The address names a version made after this page was read.
  useEffect(() => {
    if (isNews) void refetch();
  }, [isNews, refetch]);
  if (!open) {
    return (
      <Section title="resources.contracts.section.versions">
        <EmptyState dense text={translate('resources.contracts.noVersions')} action={<NewVersion />} />
      </Section>
    );
  }
  return (
    <Box>
      <Tabs
        value={open.id}
        onChange={(_, id: number) => setQuery({ version: String(id) }, { replace: true })}
        variant="scrollable"
        aria-label={translate('resources.contracts.section.versions')}
      >
        {versions.map((version) => (
          <Tab
            key={version.id}
            value={version.id}
            label={
              <Box sx={{ display: 'flex', gap: 1.25 }}>
                {translate('resources.contracts.version', { no: version.versionNo })}
                <StageChip stage={version.displayStage} />
              </Box>
            }
          />
        ))}
      </Tabs>
      <VersionView key={open.id} version={open} />
    </Box>
  );
}
