import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PAY_ENTRY_NAMES } from '../../../api/domain/pay-entry.ts';
import { Fen } from '../../fields/FenField.tsx';
import { useSaid } from '../../fields/use-said.ts';
import { useWord } from '../../fields/use-word.ts';
import type { AnchorPay, PayPreview } from './previews.ts';

/** What issuing would post beside the shares, anchor by anchor, with its working; what is not taken says why. */
export function PayPreviewView({ preview }: { preview: PayPreview }) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, backgroundColor: 'background.paper' }}>
      {preview.anchors.map((anchor) => (
        <Anchor key={anchor.anchorId} anchor={anchor} />
      ))}
    </Box>
  );
}

function Anchor({ anchor }: { anchor: AnchorPay }) {
  const word = useWord('resources.settlements.close.pay');
  const said = useSaid();
  const hasMore = anchor.entries.length + anchor.notTaken.length > 0;
  return (
    <Box
      component="details"
      open={anchor.entries.length > 0 || undefined}
      sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box
        component="summary"
        sx={{ px: 1.5, py: 1, minHeight: 40, cursor: 'pointer', '&::marker': { color: 'text.secondary' } }}
      >
        <b>{anchor.anchorName}</b>{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {word('shares')} <Fen value={anchor.sharesFen} />
          {anchor.openingFen !== 0 && (
            <>
              {' · '}
              {word('opening')} <Fen value={anchor.openingFen} />
            </>
          )}
          {anchor.otherFen !== 0 && (
            <>
              {' · '}
              {word('other')} <Fen value={anchor.otherFen} />
            </>
          )}
          {' · '}
          {word('entries')} <Fen value={anchor.entriesFen} /> {' → '}
        </Box>
        <Fen value={anchor.closingFen} strong />
      </Box>
      <Box sx={{ px: 1.5, pb: 1.5 }}>
        {!hasMore && <Box sx={{ color: 'text.secondary' }}>{word('nothing')}</Box>}
        {anchor.entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a preview have fixed places
          <Box key={index} sx={{ py: 0.5 }}>
            <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between' }}>
              <b>{said(PAY_ENTRY_NAMES[entry.kind])}</b>
              <Fen value={entry.amountFen} strong />
            </Box>
            <Box sx={{ color: 'text.secondary' }}>{said(entry.explanation)}</Box>
            <Working steps={entry.explanation.working} />
          </Box>
        ))}
        {anchor.notTaken.map((one) => (
          <Alert key={one.code + one.explanation.zh} severity="info" sx={{ mt: 0.5, py: 0 }}>
            {word('notTaken')} {said(one.explanation)}
          </Alert>
        ))}
      </Box>
    </Box>
  );
}

export function Working({ steps }: { steps: readonly { zh: string; en: string }[] | undefined }) {
  const said = useSaid();
  const translate = useTranslate();
  if (!steps || steps.length === 0) return null;
  return (
    <Box component="details" sx={{ fontSize: '0.9rem' }}>
      <Box component="summary" sx={{ color: 'text.secondary', cursor: 'pointer' }}>
        {translate('resources.statements.entry.working')}
      </Box>
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {steps.map((step) => (
          <li key={step.zh}>{said(step)}</li>
        ))}
      </Box>
    </Box>
  );
}
