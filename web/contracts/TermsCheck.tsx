import { Alert, Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetMany, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { TermsRule } from '../../api/domain/terms.ts';
import { whyNotActivate } from '../../api/domain/terms.ts';
import { parseHundredths } from '../fields/exact.ts';
import { yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { SplitBar } from '../fields/SplitBar.tsx';
import { usePlacedReason } from './placed-words.ts';
import { useTierWords } from './RuleView.tsx';
import { useAnchorParty } from './use-anchor-party.ts';
import { type Contract, type Draft, isHalfTyped, termsOfDraft } from './version.ts';

/** Beside the draft while it is written: what still stands in the way of activating it, and who would get what. */
export function TermsCheck({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const inWords = usePlacedReason();
  const party = useAnchorParty(contract);
  const terms = termsOfDraft(useWatch() as Partial<Draft>);
  const half = isHalfTyped(terms);
  const problem = half || !party ? undefined : whyNotActivate(terms, party.id);
  const word = (key: string) => `resources.contracts.${key}`;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <Section title={word('checks')}>
        <Alert severity={half ? 'info' : problem ? 'warning' : 'success'} aria-live="polite">
          {half ? translate(word('exampleBad')) : problem ? inWords(problem) : translate(word('checksGood'))}
        </Alert>
      </Section>
      {!half && terms.rules.length > 0 && <Example rules={terms.rules} />}
    </Box>
  );
}

function Example({ rules }: { rules: readonly TermsRule[] }) {
  const translate = useTranslate();
  const tierWords = useTierWords();
  const [typed, setTyped] = useState('1000.00');
  const parsed = parseHundredths(typed);
  const amountFen = 'hundredths' in parsed ? (parsed.hundredths ?? 0) : 0;
  const ids = [
    ...new Set(rules.flatMap((rule) => rule.tiers.flatMap((tier) => tier.parts.map((part) => part.partyId)))),
  ];
  const { data: parties = [] } = useGetMany('parties', { ids: ids.filter((id) => id > 0) });
  const known = new Map(parties.map((party) => [party.id, party]));
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.${key}`, options);
  return (
    <Section title="resources.contracts.example">
      <TextField
        label={word('exampleAmount')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={'complaint' in parsed}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule being written has no other name than its place
        <Box key={index} sx={{ mt: 1.5 }}>
          <Typography variant="subtitle2">
            {word('place.rule', { n: index + 1 })} ·{' '}
            {word('exampleOf', { amount: yuan(amountFen), base: word(`values.base.${rule.base}`) })}
          </Typography>
          {rule.tiers.map((tier) => (
            <Box key={tier.fromFen} sx={{ mt: 1 }}>
              {rule.tiers.length > 1 && (
                <Typography variant="body2" color="text.secondary">
                  {tierWords(tier)}
                </Typography>
              )}
              <SplitBar
                amountFen={amountFen}
                parts={tier.parts.map((part) => ({
                  ...part,
                  partyName: known.get(part.partyId)?.name ?? '—',
                  partyKind: known.get(part.partyId)?.kind,
                }))}
              />
            </Box>
          ))}
        </Box>
      ))}
    </Section>
  );
}
