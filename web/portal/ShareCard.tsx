import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatRate } from '../../api/domain/money.ts';
import { yuan } from '../fields/FenField.tsx';
import type { OwnShare } from './own-share.ts';

/** One rule as its anchor reads it: of every 100 yuan of what, how much is mine, in which tier. */
export function ShareCard({ share }: { share: OwnShare }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.contract.${key}`, options);
  const platform = share.platform ? [translate(`house.platform.${share.platform}`)] : [];
  const scope = [...share.scope, ...platform].join(' · ') || word('everything');
  const tiered = share.tiers.length > 1;
  return (
    <Card component="section" sx={{ px: 2, py: 1.5, minWidth: 0 }}>
      <Typography variant="h6" component="h3">
        {scope}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>
        {word(`base_${share.base}`)}
        {tiered && ` ${word(`refund_${share.tierOnRefund}`)}`}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {share.tiers.map((tier) => (
          <TierBar key={tier.fromFen} tier={tier} tiered={tiered} />
        ))}
      </Box>
      <Box component="details" sx={{ mt: 1.5 }}>
        <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main', minHeight: 32 }}>
          {/^[§\d]/.test(share.clauseNo)
            ? word('clause', { no: share.clauseNo.replace(/^§/, '') })
            : word('clauseNamed', { no: share.clauseNo })}{' '}
          {share.clauseHeading}
        </Box>
        <Typography
          sx={{
            mt: 0.5,
            pl: 1.5,
            borderLeft: 3,
            borderColor: 'primary.main',
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {share.clauseText}
        </Typography>
      </Box>
    </Card>
  );
}

function TierBar({ tier, tiered }: { tier: OwnShare['tiers'][number]; tiered: boolean }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.contract.${key}`, options);
  const range =
    tier.toFen === null
      ? word('tierFrom', { from: yuan(tier.fromFen) })
      : word('tierRange', { from: yuan(tier.fromFen), to: yuan(tier.toFen) });
  return (
    <Box component="li">
      <Box
        sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1.5, mb: 0.5 }}
      >
        <Box sx={{ color: 'text.secondary', minWidth: 0 }}>{tiered ? range : word('yourShare')}</Box>
        <Box sx={{ fontWeight: 650, fontSize: '1.15rem', whiteSpace: 'nowrap' }}>
          {tier.rateBps === null ? word('rest') : formatRate(tier.rateBps)}
          {tier.ofRest && tier.rateBps !== null && (
            <Box component="span" sx={{ fontWeight: 400, fontSize: '0.88rem', color: 'text.secondary' }}>
              {' '}
              {word('ofRest')}
            </Box>
          )}
        </Box>
      </Box>
      {tier.rateBps !== null && (
        <Box
          aria-hidden
          sx={{ height: 12, borderRadius: 1, overflow: 'hidden', backgroundColor: 'action.hover' }}
        >
          <Box
            sx={{ height: '100%', backgroundColor: 'primary.main' }}
            style={{ width: `${Math.min(100, tier.rateBps / 100)}%` }}
          />
        </Box>
      )}
    </Box>
  );
}
