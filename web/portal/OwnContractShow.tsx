import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { StatusField } from '../fields/StatusChip.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { type OwnContract, type OwnVersion, ownShares, versionToShow } from './own-share.ts';
import { ShareCard } from './ShareCard.tsx';
import { VersionsToRead } from './VersionsToRead.tsx';

/** One's own contract: first what one gets, then what was signed, word for word. */
export function OwnContractShow() {
  return (
    <HouseShow editAction={null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const contract = useRecordContext<OwnContract>();
  const translate = useTranslate();
  // Coming from a list, its row stands in until the whole contract is here.
  if (!contract?.versions) return <Waiting />;
  const version = versionToShow(contract.versions);
  return (
    <>
      <Typography variant="h6" component="h2">
        {contract.title}
      </Typography>
      <VersionsToRead contract={contract} />
      {version ? (
        <Shares version={version} />
      ) : (
        <EmptyState dense text={translate('resources.portal.contract.notYet')} />
      )}
      <Section title="resources.contracts.section.profile">
        <Facts>
          <Fact source="no" />
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          <Fact source="signedOn" />
          <Fact source="startsOn" />
          <Fact source="endsOn" />
        </Facts>
      </Section>
      {version && <Clauses version={version} />}
    </>
  );
}

function Shares({ version }: { version: OwnVersion }) {
  const translate = useTranslate();
  const shares = ownShares(version);
  return (
    <>
      <Typography color="text.secondary">
        {translate(`resources.portal.contract.${version.status === 'draft' ? 'proposed' : 'since'}`, {
          no: version.versionNo,
          from: version.effectiveFrom,
        })}
      </Typography>
      {shares.map((share, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a confirmed version does not change
        <ShareCard key={index} share={share} />
      ))}
      {shares.length === 0 && <EmptyState dense text={translate('resources.portal.contract.noShare')} />}
    </>
  );
}

function Clauses({ version }: { version: OwnVersion }) {
  return (
    <Section title="resources.portal.contract.words">
      {version.clauses.map((clause) => (
        <Box key={clause.clauseNo} sx={{ mb: 2, '&:last-child': { mb: 0 } }}>
          {/* A document prints its own numbers and headings. */}
          {version.documentId === null && (
            <Typography component="h3" sx={{ fontWeight: 650 }}>
              {clause.clauseNo} {clause.heading}
            </Typography>
          )}
          <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '48em' }}>
            {clause.body}
          </Typography>
        </Box>
      ))}
    </Section>
  );
}
