import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Section } from '../fields/HouseShow.tsx';
import { VerbButton } from '../fields/VerbButton.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { SealView } from './SealView.tsx';
import type { Sample, SealRecord } from './sample.ts';

/** What was sealed; while it waits, the second person looks at it here and confirms. */
export function SealSection({ sample }: { sample: Sample }) {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const { data: seal, error } = useQuery({
    queryKey: ['samples', 'seal', sample.id, sample.sealState],
    queryFn: ({ signal }) => provider.ask<SealRecord>(`/samples/${sample.id}/seal`, undefined, signal),
    retry: false,
  });
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.seal.${key}`, options);
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (!seal) return <Waiting />;
  return (
    <Section title="resources.samples.section.seal">
      {seal.supersededBy !== null && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {word('supersededBy', { id: seal.supersededBy })}{' '}
          <Link to={`/samples/${seal.supersededBy}/show`}>{word('toInForce')}</Link>
        </Alert>
      )}
      <SealView seal={seal} />
      {sample.sealState === 'waiting_witness' && (
        <Box sx={{ mt: 2 }} className="no-print">
          <VerbButton
            action="samples.seal"
            variant="contained"
            size="large"
            reason={sample.refusals?.witness ?? undefined}
            ask={{ title: word('witness'), text: word('witnessText') }}
            success="resources.samples.seal.witnessed"
            work={(one) => one.verb('samples', sample.id, 'witness', { contentSha256: seal.contentSha256 })}
          >
            {word('witness')}
          </VerbButton>
        </Box>
      )}
    </Section>
  );
}
