import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { formatRate } from '../../api/domain/money.ts';
import { yuan } from '../fields/FenField.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useSaid } from '../fields/use-said.ts';
import { useWord } from '../fields/use-word.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { OpenFromSignal } from './OpenFromSignal.tsx';
import { SignalLines } from './SignalLines.tsx';
import type { CaseSignal } from './signal.ts';

/** One signal: what, against what, by which threshold; its lines unfold, and a case opens from it. */
export function SignalCard({ signal }: { signal: CaseSignal }) {
  const word = useWord('resources.case-signals');
  const say = useSaid();
  const whyNot = useWhyNot();
  const threshold = useThreshold();
  const [isUnfolded, setUnfolded] = useState(false);
  const [opening, setOpening] = useState(false);
  return (
    <Box component="li" sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 420px', minWidth: 0 }}>
          <Typography sx={{ fontWeight: 650 }}>
            {word(`values.kind.${signal.kind}`)} ·{' '}
            <NamedLink resource="products" id={signal.productId}>
              {signal.productName}
            </NamedLink>
          </Typography>
          <Typography color="text.secondary">
            {[signal.brandName, signal.anchorName, word('window', { from: signal.from, to: signal.to })]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          <Typography sx={{ mt: 0.5 }}>{say(signal.words)}</Typography>
          <Typography variant="body2" color="text.secondary">
            {threshold(signal)}
          </Typography>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            {word('lines', { count: signal.lines })}
          </Button>
          {signal.openCaseId === null ? (
            <ReasonButton variant="contained" reason={whyNot('cases.open')} onClick={() => setOpening(true)}>
              {word('open')}
            </ReasonButton>
          ) : (
            <ReasonButton
              variant="outlined"
              reason={whyNot('cases.show')}
              to={`/cases/${signal.openCaseId}/show`}
            >
              {word('toCase')}
            </ReasonButton>
          )}
        </Box>
      </Box>
      {isUnfolded && <SignalLines signalKey={signal.key} />}
      {opening && <OpenFromSignal signal={signal} onClose={() => setOpening(false)} />}
    </Box>
  );
}

/** What is usual, since when it is known, and the house's threshold: in words, with its figures. */
function useThreshold(): (signal: CaseSignal) => string {
  const word = useWord('resources.case-signals');
  return ({ expected, threshold, pBelow }) => {
    const usual =
      expected.fen !== null
        ? yuan(expected.fen)
        : expected.bps === null || threshold.name === 'other_gtin'
          ? ''
          : formatRate(expected.bps);
    return [
      usual && word(`from.${expected.from}`, { usual }),
      word(`threshold.${threshold.name}`, { value: threshold.value, _: threshold.value }),
      pBelow !== null && word('chance', { p: pBelow }),
    ]
      .filter(Boolean)
      .join(word('stop'));
  };
}
