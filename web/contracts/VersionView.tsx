import { Box, Button, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { VersionDocument } from './documents/VersionDocument.tsx';
import { RuleView } from './RuleView.tsx';
import { VersionRemarks } from './remarks/VersionRemarks.tsx';
import { VersionClauses } from './VersionClauses.tsx';
import type { Contract, Version } from './version.ts';
import { WorkflowBar } from './workflow/WorkflowBar.tsx';

/** One version: what it says in words, and what follows for the money. */
export function VersionView({ version }: { version: Version }) {
  const translate = useTranslate();
  const contract = useRecordContext<Contract>();
  const { effectiveFrom: from, effectiveTo: to } = version;
  const isOnItsWay = version.status === 'draft';
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', pt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <Typography sx={{ fontWeight: 600 }}>
            {isOnItsWay
              ? translate('resources.contracts.planned', { from })
              : translate(`resources.contracts.${to ? 'effectiveUntil' : 'effective'}`, { from, to })}
          </Typography>
          <Typography color="text.secondary">
            {version.confirmedAt &&
              translate('resources.contracts.confirmed', {
                name: version.confirmedByName ?? '—',
                at: chinaTime(version.confirmedAt),
              })}
            {version.confirmedAt && version.summary && ' · '}
            {version.summary}
          </Typography>
        </Box>
        {contract && <CompareLink contract={contract} version={version} />}
        {version.displayStage === 'draft' && <DraftButtons version={version} />}
      </Box>
      {contract && isOnItsWay && <WorkflowBar contract={contract} version={version} />}
      {contract && <VersionDocument contract={contract} version={version} />}
      <VersionRemarks version={version} />
      <Section title="resources.contracts.section.rules">
        {version.rules.length === 0 && <EmptyState dense text={translate('resources.contracts.noRules')} />}
        {version.rules.map((rule, index) => (
          <RuleView key={rule.id ?? index} rule={rule} />
        ))}
      </Section>
      <VersionClauses version={version} />
      {contract && !isOnItsWay && <WorkflowBar contract={contract} version={version} />}
    </Box>
  );
}

/** A draft is edited or thrown away; what goes on from it is in the bar above. */
function DraftButtons({ version }: { version: Version }) {
  const contract = useRecordContext<Contract>();
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { can } = useMe();
  if (!contract || !can.includes('history.list')) return null;
  const place = `/contracts/${contract.id}/versions/${version.id}`;
  const word = (key: string) => translate(`resources.contracts.${key}`);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <VerbButton
        action="contracts.edit"
        color="error"
        ask={{ title: word('deleteDraft'), text: word('deleteDraftAsk') }}
        work={(provider) => provider.send('DELETE', place)}
        success="resources.contracts.draftDeleted"
      >
        {word('deleteDraft')}
      </VerbButton>
      <ReasonButton variant="outlined" to={place} reason={whyNot('contracts.edit')}>
        {word('editDraft')}
      </ReasonButton>
    </Box>
  );
}

/** What this version changed against the one before it. */
function CompareLink({ contract, version }: { contract: Contract; version: Version }) {
  const translate = useTranslate();
  const before = contract.versions?.find(({ versionNo }) => versionNo === version.versionNo - 1);
  if (!before) return null;
  return (
    <Button component={Link} to={`/contracts/${contract.id}/versions/${version.id}/diff/${before.id}`}>
      {translate('resources.contracts.diff.openWith', { no: before.versionNo })}
    </Button>
  );
}
