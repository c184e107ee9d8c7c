import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import type { Inspection } from './inspection.ts';

/** The end of an inspection: closed with its verdict for good, or withdrawn while nothing was looked at. */
export function CloseInspection({ inspection }: { inspection: Inspection }) {
  const translate = useTranslate();
  const { id, rowVersion, refusals, verdictNow, unitCount } = inspection;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.close.${key}`, options);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} className="no-print">
      <ReasonedVerb
        action="inspections.close"
        variant="contained"
        size="large"
        reason={refusals?.close ?? undefined}
        success="resources.inspections.close.done"
        ask={{
          title: word('title'),
          text: word('text', {
            verdict: translate(`resources.inspections.values.verdict.${verdictNow.verdict}`),
          }),
          field: word('note'),
          isOptional: true,
        }}
        work={(provider, note) =>
          provider.verb('inspections', id, 'close', note === '' ? { rowVersion } : { rowVersion, note })
        }
      >
        {word('title')}
      </ReasonedVerb>
      {unitCount === 0 && (
        <ReasonedVerb
          action="inspections.close"
          variant="outlined"
          size="large"
          reason={refusals?.withdraw ?? undefined}
          ask={{ title: word('withdraw'), text: word('withdrawText'), field: word('why') }}
          work={(provider, reason) => provider.verb('inspections', id, 'withdraw', { reason })}
        >
          {word('withdraw')}
        </ReasonedVerb>
      )}
    </Box>
  );
}
