import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState } from 'react-admin';
import type { BrandClaim, CompensationGround } from '../../api/domain/inspection/case-claim.ts';
import { Fen, yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { PaperRow } from './BrandSection.tsx';
import type { CaseRecord } from './case.ts';

type ShownClaim = BrandClaim & { lines: number; orderCount: number; floorOrders: number };

/** What the affected lines come to against the brand: what follows to the fen, and what is only an estimate. */
export function ClaimSection({ one }: { one: CaseRecord }) {
  const word = useWord('resources.cases.claim');
  const [locale] = useLocaleState();
  const [ground, setGround] = useState<CompensationGround>('fraud');
  const { data: claim } = useAsk<ShownClaim>(`/cases/${one.id}/claim`, { ground });
  const papers = one.papers.filter(({ kind }) => kind === 'claim');
  const { decision } = one;
  const mayFreeze =
    decision?.outcome === 'substitution' && ['brand', 'supplier'].includes(decision.bearer ?? '');
  return (
    <Section
      title="resources.cases.section.claim"
      actions={
        <VerbButton
          action="cases.work"
          variant="outlined"
          reason={mayFreeze ? undefined : word('notYet')}
          ask={{ title: word('freeze'), text: word('freezeText') }}
          work={(provider) =>
            provider.verb('cases', one.id, 'claim', { ground, lang: locale === 'en' ? 'en' : 'zh' })
          }
        >
          {word('freeze')}
        </VerbButton>
      }
    >
      <TextField
        select
        label={word('ground')}
        value={ground}
        onChange={(event) => setGround(event.target.value as CompensationGround)}
        sx={{ maxWidth: 480, mb: 1.5 }}
      >
        {(['fraud', 'unsafe_food'] as const).map((one) => (
          <MenuItem key={one} value={one}>
            {word(one)}
          </MenuItem>
        ))}
      </TextField>
      {claim ? <Arithmetic claim={claim} ground={ground} /> : <Waiting />}
      {papers.map((paper) => (
        <PaperRow key={paper.id} caseId={one.id} paper={paper} />
      ))}
    </Section>
  );
}

function Arithmetic({ claim, ground }: { claim: ShownClaim; ground: CompensationGround }) {
  const word = useWord('resources.cases.claim');
  const { compensation } = claim;
  return (
    <Box sx={{ mb: 1 }}>
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {word('lines', { lines: claim.lines, orders: claim.orderCount })}
      </Typography>
      <Sum name={word('commission')} value={claim.commissionFen} />
      <Sum name={word('refund')} value={claim.refundFen} sign="+" />
      <Sum name={word('withoutEstimate')} value={claim.withoutEstimateFen} sign="=" isTotal />
      <Sum name={word('estimate')} value={compensation.totalFen} sign="+" />
      <Typography variant="body2" color="text.secondary" sx={{ my: 0.5 }}>
        {word('estimateWords', {
          law: word(`law.${ground}`),
          article: compensation.article,
          times: compensation.times,
          floor: yuan(compensation.floorFen),
          floorOrders: claim.floorOrders,
        })}
      </Typography>
      <Sum name={word('total')} value={claim.totalFen} sign="=" isTotal />
    </Box>
  );
}

function Sum(props: { name: string; value: number; sign?: string; isTotal?: boolean }) {
  const { name, value, sign = '', isTotal } = props;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '20px minmax(0, 1fr) auto',
        py: 0.5,
        maxWidth: 640,
        ...(isTotal && { borderTop: 1, borderColor: 'divider', fontWeight: 650 }),
      }}
    >
      <Box aria-hidden sx={{ color: 'text.secondary' }}>
        {sign}
      </Box>
      <Box>{name}</Box>
      <Fen value={value} strong={isTotal} />
    </Box>
  );
}
