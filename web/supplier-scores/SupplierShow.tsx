import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { GRADE_FROM, SCORE_MONTHS } from '../../api/domain/inspection/supplier-score.ts';
import { chinaDay } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useSaid } from '../fields/use-said.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { useWhyNot } from '../shell/me-context.ts';
import { BlacklistDialog } from './BlacklistDialog.tsx';
import { GradeChip } from './GradeChip.tsx';
import { Listing } from './Listing.tsx';
import type { Supplier } from './supplier.ts';

/** One brand: its score point by point, its cases, and its listings with their appeals. */
export function SupplierShow() {
  return (
    <HouseShow editAction={null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const one = useRecordContext<Supplier>();
  // Coming from a list, its row stands in until the whole record is here.
  if (!one?.cases || !one.blacklists) return <Waiting />;
  return (
    <>
      <Score one={one} />
      <Listings one={one} listings={one.blacklists} />
      <Cases cases={one.cases} />
    </>
  );
}

function Score({ one }: { one: Supplier }) {
  const word = useWord('resources.supplier-scores');
  const say = useSaid();
  return (
    <Section title="resources.supplier-scores.section.score">
      <Box sx={{ fontSize: '1.3rem', fontWeight: 650, mb: 1 }}>
        <GradeChip one={one} />
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1, maxWidth: 520 }}>
        <Point text={word('start')} points="100" />
        {one.points.map((point) => (
          <Point key={point.code} text={say(point.words)} points={`−${point.points}`} />
        ))}
        <Point text={word('end')} points={String(one.score)} isTotal />
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {word('rule', {
          months: SCORE_MONTHS,
          grades: GRADE_FROM.map(([grade, from]) => `${grade} ≥ ${from}`).join(', '),
        })}
      </Typography>
      <Facts>
        <Fact source="substitutions" />
        <Fact source="deviations" />
        <Fact source="cleared" />
        <Fact source="openCases" />
        <Fact source="rejectedLots">
          {one.rejectedLots} / {one.lots}
        </Fact>
        <Fact source="brandName">
          <NamedLink resource="brands" id={one.brandId}>
            {one.brandName}
          </NamedLink>
        </Fact>
      </Facts>
    </Section>
  );
}

function Point({ text, points, isTotal }: { text: string; points: string; isTotal?: boolean }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2,
        py: 0.25,
        fontVariantNumeric: 'tabular-nums',
        ...(isTotal && { borderTop: 1, borderColor: 'divider', fontWeight: 650 }),
      }}
    >
      <Box sx={{ flex: 1 }}>{text}</Box>
      {points}
    </Box>
  );
}

function Listings({ one, listings }: { one: Supplier; listings: NonNullable<Supplier['blacklists']> }) {
  const word = useWord('resources.supplier-scores');
  const whyNot = useWhyNot();
  const [adding, setAdding] = useState(false);
  const reason = whyNot('suppliers.blacklist') ?? (one.blacklist ? word('listedAlready') : undefined);
  return (
    <Section
      title="resources.supplier-scores.section.blacklist"
      flush
      actions={
        <ReasonButton variant="outlined" color="error" reason={reason} onClick={() => setAdding(true)}>
          {word('list')}
        </ReasonButton>
      }
    >
      {listings.length === 0 && <EmptyState dense text={word('neverListed')} />}
      {listings.map((listing) => (
        <Listing key={listing.id} listing={listing} />
      ))}
      {adding && <BlacklistDialog supplier={one} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Cases({ cases }: { cases: NonNullable<Supplier['cases']> }) {
  const word = useWord('resources.supplier-scores');
  const outcome = useWord('resources.cases.outcome');
  return (
    <Section title="resources.supplier-scores.section.cases" flush>
      {cases.length === 0 && <EmptyState dense text={word('noCases')} />}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {cases.map((one) => (
          <Box
            component="li"
            key={one.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              px: 2,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <NamedLink resource="cases" id={one.id}>
              {one.no}
            </NamedLink>
            <Box sx={{ flex: 1 }}>{one.productName}</Box>
            <Box sx={{ color: 'text.secondary' }}>
              {one.outcome ? `${outcome(one.outcome)} · ${chinaDay(one.decidedAt)}` : word('undecided')}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
