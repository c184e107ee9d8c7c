import { Box } from '@mui/material';
import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { HouseShow } from '../fields/HouseShow.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { useMe } from '../shell/me-context.ts';
import { AboutCase } from './AboutCase.tsx';
import { BrandSection } from './BrandSection.tsx';
import { ClaimSection } from './ClaimSection.tsx';
import { type CaseRecord, type CaseVerb, REFUSABLE } from './case.ts';
import { DecisionSection } from './DecisionSection.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import { HoldSection } from './HoldSection.tsx';
import { LinesSection } from './LinesSection.tsx';
import { NextStep } from './NextStep.tsx';
import { PapersSection } from './PapersSection.tsx';
import { RemedySection } from './RemedySection.tsx';
import { StopSaleSection } from './StopSaleSection.tsx';
import { Timeline } from './Timeline.tsx';
import { useCaseReason } from './use-case-reason.ts';
import { VerbDialog } from './VerbDialog.tsx';

/** One case: where it stands, what comes next, and everything that hangs on it. */
export function CaseShow() {
  const { can } = useMe();
  return (
    <HouseShow editAction={can.includes('cases.work') ? 'cases.work' : null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const record = useRecordContext<CaseRecord>();
  const inWords = useCaseReason();
  const [verb, setVerb] = useState<CaseVerb>();
  // Coming from a list, its row stands in until the whole record is here.
  if (!record?.steps) return <Waiting />;
  const refusals = Object.fromEntries(
    REFUSABLE.map((verb) => [verb, inWords(record.refusals[verb])]),
  ) as CaseRecord['refusals'];
  const one = { ...record, refusals };
  const parts = { one, onVerb: setVerb };
  return (
    <>
      <NextStep {...parts} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <AboutCase one={one} />
          <EvidenceSection {...parts} />
          <BrandSection {...parts} />
          <DecisionSection {...parts} />
          <HoldSection {...parts} />
          <RemedySection {...parts} />
          <ClaimSection one={one} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <StopSaleSection {...parts} />
          <PapersSection one={one} />
          <Timeline one={one} />
        </Box>
      </Box>
      <LinesSection caseId={one.id} />
      {verb && <VerbDialog one={one} verb={verb} onClose={() => setVerb(undefined)} />}
    </>
  );
}
