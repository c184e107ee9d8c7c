import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { VersionDocument } from './documents/VersionDocument.tsx';
import { RuleView } from './RuleView.tsx';
import { VersionRemarks } from './remarks/VersionRemarks.tsx';
import { type Contract, clauseMark, type Version } from './version.ts';
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
            {translate(to ? 'resources.contracts.effectiveUntil' : 'resources.contracts.effective', {
              from,
              to,
            })}
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
      <Section title="resources.contracts.section.clauses">
        {version.clauses.length === 0 && (
          <EmptyState dense text={translate('resources.contracts.noClauses')} />
        )}
        {version.clauses.map((clause) => (
          <Box
            key={clause.clauseNo}
            id={`clause-${version.id}-${clause.clauseNo}`}
            sx={{ mb: 2, '&:last-child': { mb: 0 } }}
          >
            <Typography component="h3" sx={{ fontWeight: 650 }}>
              {clauseMark(clause.clauseNo)} {clause.heading}
            </Typography>
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '48em' }}>
              {clause.body}
            </Typography>
          </Box>
        ))}
      </Section>
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
