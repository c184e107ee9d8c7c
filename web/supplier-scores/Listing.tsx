import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { chinaTime } from '../fields/day.ts';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { AppealDialog } from './AppealDialog.tsx';
import { DecideAppealDialog } from './DecideAppealDialog.tsx';
import { type Blacklist, LISTING_TONES } from './supplier.ts';

/** One listing: why and until when; what the brand says against it, and who decided on that. */
export function Listing({ listing }: { listing: Blacklist }) {
  const word = useWord('resources.supplier-scores');
  const whyNot = useWhyNot();
  const me = useMe();
  const [asking, setAsking] = useState<'appeal' | 'decide'>();
  const { appeal } = listing;
  const isStanding = listing.state === 'in_force';
  const isOwn = listing.listedById === me.id;
  const notYours = whyNot('suppliers.blacklist') ?? (isOwn ? word('notOwn') : undefined);
  return (
    <Box sx={{ px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, alignItems: 'center' }}>
        <StatusChip
          value={listing.state}
          tone={LISTING_TONES[listing.state]}
          text={word(`state.${listing.state}`)}
        />
        <Box sx={{ flex: '1 1 200px' }}>{word('period', { from: listing.startsOn, to: listing.endsOn })}</Box>
        {isStanding && !appeal && (
          <ReasonButton
            variant="outlined"
            reason={whyNot('suppliers.appeal')}
            onClick={() => setAsking('appeal')}
          >
            {word('recordAppeal')}
          </ReasonButton>
        )}
        {isStanding && appeal && appeal.outcome === null && (
          <ReasonButton variant="outlined" reason={notYours} onClick={() => setAsking('decide')}>
            {word('decideAppeal')}
          </ReasonButton>
        )}
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{listing.reason}</Typography>
      <Typography variant="body2" color="text.secondary">
        {[listing.listedByName, chinaTime(listing.listedAt)].filter(Boolean).join(' · ')}{' '}
        {listing.caseId !== null && (
          <NamedLink resource="cases" id={listing.caseId}>
            {listing.caseNo}
          </NamedLink>
        )}
      </Typography>
      {appeal && (
        <Box sx={{ mt: 1, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
          <Typography sx={{ fontWeight: 600 }}>{word('appealOf', { day: appeal.receivedOn })}</Typography>
          <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{appeal.text}</Typography>
          <Typography variant="body2" color="text.secondary">
            {appeal.outcome === null
              ? word('appealOpen')
              : word(`appeal.${appeal.outcome}`, {
                  name: appeal.decidedByName ?? '—',
                  at: chinaTime(appeal.decidedAt) ?? '',
                  reason: appeal.decisionReason ?? '',
                })}
          </Typography>
        </Box>
      )}
      {asking === 'appeal' && <AppealDialog listing={listing} onClose={() => setAsking(undefined)} />}
      {asking === 'decide' && <DecideAppealDialog listing={listing} onClose={() => setAsking(undefined)} />}
    </Box>
  );
}
