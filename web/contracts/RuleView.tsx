import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { yuan } from '../fields/FenField.tsx';
import { SplitBar } from '../fields/SplitBar.tsx';
import { clauseMark, type Rule, type Tier } from './version.ts';

/** One share rule: what it covers, by which clause, and its split per tier, drawn. */
export function RuleView({ rule }: { rule: Rule }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.${key}`, options);
  return (
    <Box
      component="article"
      sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}
    >
      <Typography component="h3" sx={{ fontWeight: 650 }}>
        {useScopeWords()(rule)}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {[
          `${word('base')} ${word(`values.base.${rule.base}`)}`,
          `${word('clause')} ${clauseMark(rule.clauseNo)}`,
          word(`values.tierOnRefund.${rule.tierOnRefund}`),
        ].join(' · ')}
      </Typography>
      {rule.tiers.map((tier) => (
        <TierView key={tier.fromFen} tier={tier} only={rule.tiers.length === 1} />
      ))}
    </Box>
  );
}

function TierView({ tier, only }: { tier: Tier; only: boolean }) {
  const words = useTierWords();
  return (
    <Box
      sx={{
        mt: 1,
        display: 'grid',
        columnGap: 3,
        rowGap: 0.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: only ? 'minmax(0, 1fr)' : '240px minmax(0, 1fr)' },
      }}
    >
      {!only && <Box sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{words(tier)}</Box>}
      <SplitBar parts={tier.parts} showAmounts={false} />
    </Box>
  );
}

/** `月销售额 100,000.00 至 500,000.00`. */
export function useTierWords(): (tier: Pick<Tier, 'fromFen' | 'toFen'>) => string {
  const translate = useTranslate();
  return ({ fromFen, toFen }) =>
    toFen === null
      ? translate('resources.contracts.tierFrom', { from: yuan(fromFen) })
      : translate('resources.contracts.tierRange', { from: yuan(fromFen), to: yuan(toFen) });
}

/** What a rule covers, the most specific first; all orders when nothing narrows it. */
export function useScopeWords(): (rule: Rule) => string {
  const translate = useTranslate();
  return (rule) => {
    const named = (key: string, id: number | null, name?: string | null) =>
      id === null || id === undefined ? '' : `${translate(`resources.contracts.${key}`)} ${name ?? `#${id}`}`;
    const parts = [
      named('stream', rule.streamId, rule.streamTitle),
      named('product', rule.productId, rule.productName),
      named('brand', rule.brandId, rule.brandName),
      rule.platform ? translate(`house.platform.${rule.platform}`) : '',
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(' · ') : translate('resources.contracts.anyScope');
  };
}
