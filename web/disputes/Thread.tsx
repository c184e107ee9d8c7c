import { Box, Typography } from '@mui/material';
import { Instant } from '../fields/DayField.tsx';
import { Fen } from '../fields/FenField.tsx';
import { useWord } from '../fields/use-word.ts';
import { type Dispute, threadOf } from './dispute.ts';

/** What was said and decided, oldest first: the anchor's words at the left, the agency's at the right edge. */
export function Thread({ dispute }: { dispute: Dispute }) {
  const word = useWord('resources.disputes.happened');
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.25 }}>
      {threadOf(dispute).map((entry, index) => {
        const isAgency = ['agency', 'proposed', 'declined', 'upheld', 'rejected'].includes(entry.kind);
        return (
          <Box
            component="li"
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said never changes its order
            key={index}
            sx={{
              ml: isAgency ? { xs: 3, md: 12 } : 0,
              mr: isAgency ? 0 : { xs: 3, md: 12 },
              px: 1.5,
              py: 1,
              borderRadius: 1,
              border: 1,
              borderColor: isAgency ? 'primary.main' : 'divider',
              backgroundColor: isAgency ? 'transparent' : 'action.hover',
            }}
          >
            <Typography variant="body2" color="text.secondary">
              <b>{entry.byName}</b> {word(entry.kind)} · <Instant at={entry.at} />
              {entry.amountFen != null && (
                <>
                  {' · '}
                  <Fen value={entry.amountFen} strong />
                </>
              )}
            </Typography>
            <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {entry.fileId === undefined ? (
                entry.body
              ) : (
                <a href={`/api/disputes/${dispute.id}/files/${entry.fileId}`} download={entry.body}>
                  {entry.body}
                </a>
              )}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
