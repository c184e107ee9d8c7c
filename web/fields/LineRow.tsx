import { Box, ButtonBase } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SettlementLine } from './explanation.ts';
import { Fen, yuan } from './FenField.tsx';
import { sayRate } from './say-rate.ts';

/** One settlement line as a row that opens to "why": a real button, so that Enter and a tap do the same. */
export function LineRow(props: {
  line: SettlementLine;
  onWhy: (line: SettlementLine) => void;
  /** Names the anchor, where lines of several stand together. */
  withAnchor?: boolean;
  dense?: boolean;
}) {
  const { line, onWhy, withAnchor, dense } = props;
  const translate = useTranslate();
  const orderNo = line.lineNo ? `${line.orderNo} / ${line.lineNo}` : line.orderNo;
  const rate = sayRate(line, translate);
  return (
    <ButtonBase
      onClick={() => onWhy(line)}
      sx={{
        display: 'flex',
        font: 'inherit',
        width: '100%',
        textAlign: 'left',
        justifyContent: 'space-between',
        alignItems: 'center',
        gap: 2,
        px: 2,
        py: dense ? 0.75 : 1,
        minHeight: 44,
        borderTop: 1,
        borderColor: 'divider',
        '&:hover': { backgroundColor: 'action.hover' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        {!dense && <Box sx={{ overflowWrap: 'anywhere' }}>{line.productName ?? '—'}</Box>}
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem', overflowWrap: 'anywhere' }}>
          {[
            withAnchor && line.anchorName,
            !dense && line.streamTitle,
            orderNo,
            line.kind !== 'settle' && translate(`resources.statements.kind.${line.kind}`),
            `${yuan(line.baseFen)} × ${rate}`,
            line.clause,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Box>
      <Box sx={{ flex: 'none', textAlign: 'right' }}>
        <Fen value={line.amountFen} strong />
        <Box sx={{ color: 'primary.main', fontSize: '0.82rem' }}>
          {translate('resources.statements.line.why')}
        </Box>
      </Box>
    </ButtonBase>
  );
}
