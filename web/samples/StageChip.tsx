import { Box } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { StatusChip } from '../fields/StatusChip.tsx';
import { type Sample, STAGE_TONES } from './sample.ts';

/** Where a sample stands, and beside it what must not be overlooked: overdue, or waiting for a second person. */
export function StageChip(props: { sample?: Sample }) {
  const context = useRecordContext<Sample>();
  const translate = useTranslate();
  const sample = props.sample ?? context;
  if (!sample) return null;
  const word = (key: string) => translate(`resources.samples.${key}`);
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      <StatusChip
        value={sample.stage}
        tone={STAGE_TONES[sample.stage]}
        text={word(`values.stage.${sample.stage}`)}
      />
      {sample.sealState === 'waiting_witness' && (
        <StatusChip value="waiting" tone="wait" text={word('values.sealState.waiting_witness')} />
      )}
      {sample.sealState === 'superseded' && (
        <StatusChip value="superseded" tone="off" text={word('values.sealState.superseded')} />
      )}
      {sample.isOverdue && (
        <Box component="strong" sx={{ color: 'error.main', whiteSpace: 'nowrap' }}>
          {word('overdue')}
        </Box>
      )}
    </Box>
  );
}
