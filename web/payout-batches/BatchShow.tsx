import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { DayField, MonthField } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { FenField } from '../fields/FenField.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { BatchItems } from './BatchItems.tsx';
import { BatchChip } from './BatchList.tsx';
import { BatchReturns } from './BatchReturns.tsx';
import { BatchVerbs } from './BatchVerbs.tsx';
import { BatchWay } from './BatchWay.tsx';
import type { Batch } from './batch.ts';

/** A batch: who did what with it, whom it pays, and what the bank answered. */
export function BatchShow() {
  return (
    <HouseShow editAction={null} actions={<BatchVerbs />}>
      <Body />
      <RecordHistory entity="payout_batch" />
    </HouseShow>
  );
}

function Body() {
  const batch = useRecordContext<Batch>();
  // Coming from a list, its row stands in until the whole batch is here.
  if (!batch?.items) return <Waiting />;
  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Section title="resources.payout-batches.facts">
          <Facts>
            <Fact source="totalFen">
              <Box sx={{ fontSize: '1.4rem' }}>
                <FenField source="totalFen" strong />
              </Box>
            </Fact>
            <Fact source="status">
              <BatchChip batch={batch} />
            </Fact>
            <Fact source="itemCount">{batch.itemCount}</Fact>
            <Fact source="month">
              <MonthField source="month" />
            </Fact>
            <Fact source="executeOn">
              <DayField source="executeOn" />
            </Fact>
            {batch.file && (
              <Fact source="file" wide>
                {batch.file.fileName}
                <Box component="code" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
                  {batch.file.sha256}
                </Box>
              </Fact>
            )}
          </Facts>
        </Section>
        <Section title="resources.payout-batches.way">
          <BatchWay batch={batch} />
        </Section>
      </Box>
      <BatchItems batch={batch} />
      {batch.file && <BatchReturns batch={batch} />}
    </>
  );
}
