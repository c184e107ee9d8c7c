import { Box, Typography } from '@mui/material';
import { chinaTime } from '../fields/day.ts';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useWord } from '../fields/use-word.ts';
import type { CaseRecord, CaseVerb } from './case.ts';

/** Whether the goods may be offered, and where they stand in offers and coming streams. */
export function StopSaleSection({ one, onVerb }: { one: CaseRecord; onVerb: (verb: CaseVerb) => void }) {
  const word = useWord('resources.cases');
  const { stopSale } = one;
  return (
    <Section title="resources.cases.section.stopSale">
      {stopSale === null ? (
        <Typography color="text.secondary">{word('stopSale.none')}</Typography>
      ) : (
        <>
          <Typography sx={{ fontWeight: 600, color: stopSale.liftedAt ? undefined : 'error.main' }}>
            {word('stopSale.since', { at: chinaTime(stopSale.since) ?? '' })}
          </Typography>
          {stopSale.liftedAt && (
            <Typography>
              {word('stopSale.lifted', {
                name: stopSale.liftedByName ?? '—',
                at: chinaTime(stopSale.liftedAt) ?? '',
                reason: stopSale.liftReason ?? '',
              })}
            </Typography>
          )}
          {stopSale.dealLines.length > 0 && (
            <Places title={word('stopSale.deals')}>
              {stopSale.dealLines.map(({ dealId, dealTitle, dealLineId }) => (
                <li key={dealLineId}>
                  <NamedLink resource="deals" id={dealId}>
                    {dealTitle}
                  </NamedLink>
                </li>
              ))}
            </Places>
          )}
          {stopSale.streamItems.length > 0 && (
            <Places title={word('stopSale.streams')}>
              {stopSale.streamItems.map(({ streamId, streamTitle, anchorName, startsAt }) => (
                <li key={streamId}>
                  <NamedLink resource="streams" id={streamId}>
                    {streamTitle}
                  </NamedLink>{' '}
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {anchorName} · {chinaTime(startsAt)}
                  </Box>
                </li>
              ))}
            </Places>
          )}
          {!stopSale.liftedAt && (
            <ReasonButton
              variant="outlined"
              sx={{ mt: 1 }}
              reason={one.refusals.liftStopSale ?? undefined}
              onClick={() => onVerb('liftStopSale')}
            >
              {word('verb.liftStopSale')}
            </ReasonButton>
          )}
        </>
      )}
    </Section>
  );
}

function Places({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="body2" color="text.secondary">
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {children}
      </Box>
    </Box>
  );
}
