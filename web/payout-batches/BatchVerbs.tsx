import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Button, FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { yuan } from '../fields/FenField.tsx';
import { StepUpVerb } from '../fields/StepUpVerb.tsx';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe } from '../shell/me-context.ts';
import type { Batch, BatchVerb } from './batch.ts';

/** What can be done with a batch next; what is refused stays in place and says why. */
export function BatchVerbs() {
  const batch = useRecordContext<Batch>();
  const word = useWord('resources.payout-batches');
  const { can } = useMe();
  const [format, setFormat] = useState<'csv' | 'pain001'>('csv');
  if (!batch?.refusal) return null;
  const facts = { no: batch.no, count: batch.itemCount, amount: yuan(batch.totalFen) };
  const ask = (verb: string) => ({ title: word(`verb.${verb}`), text: word(`ask.${verb}`, facts) });
  const common = (verb: BatchVerb) => ({
    reason: batch.refusal?.[verb] ?? undefined,
    ask: ask(verb),
    success: `resources.payout-batches.done.${verb}`,
    children: word(`verb.${verb}`),
  });
  const is = (...statuses: Batch['status'][]) => statuses.includes(batch.status);
  return (
    <>
      {is('draft') && (
        <VerbButton
          {...common('submit')}
          action="payout-batches.prepare"
          variant="contained"
          work={(provider) => provider.verb('payout-batches', batch.id, 'submit')}
        />
      )}
      {is('submitted') && (
        <StepUpVerb
          {...common('approve')}
          action="payout-batches.approve"
          variant="contained"
          work={(provider) => provider.verb('payout-batches', batch.id, 'approve')}
        />
      )}
      {is('submitted', 'approved') && (
        <StepUpVerb
          {...common('file')}
          action="payout-batches.file"
          variant={is('approved') ? 'contained' : 'outlined'}
          choices={
            <RadioGroup
              row
              value={format}
              onChange={(_, chosen) => setFormat(chosen as typeof format)}
              aria-label={word('format')}
            >
              <FormControlLabel value="csv" control={<Radio />} label={word('formats.csv')} />
              <FormControlLabel value="pain001" control={<Radio />} label={word('formats.pain001')} />
            </RadioGroup>
          }
          work={(provider) => provider.verb('payout-batches', batch.id, 'file', { format })}
        />
      )}
      {batch.file && can.includes('payout-batches.file') && (
        <Button
          component="a"
          href={`/api/payout-batches/${batch.id}/file`}
          download={batch.file.fileName}
          variant={is('filed') ? 'contained' : 'outlined'}
          startIcon={<DownloadIcon />}
        >
          {word('download')}
        </Button>
      )}
      {is('submitted', 'approved') && (
        <VerbButton
          {...common('withdraw')}
          action="payout-batches.prepare"
          variant="outlined"
          work={(provider) => provider.verb('payout-batches', batch.id, 'withdraw')}
        />
      )}
      {is('filed', 'partly_returned') && (
        <VerbButton
          {...common('close')}
          action="payout-batches.return"
          variant="outlined"
          work={(provider) => provider.verb('payout-batches', batch.id, 'close')}
        />
      )}
      {is('draft', 'submitted', 'approved') && (
        <VerbButton
          {...common('cancel')}
          action="payout-batches.cancel"
          color="error"
          work={(provider) => provider.verb('payout-batches', batch.id, 'cancel')}
        />
      )}
    </>
  );
}
