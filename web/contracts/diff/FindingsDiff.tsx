import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FindingHead } from '../../fields/findings/FindingHead.tsx';
import type { Finding } from '../../fields/findings/finding.ts';
import { Section } from '../../fields/HouseShow.tsx';
import type { VersionDiff } from './version-diff.ts';

const CHANGED = ['resolved', 'fresh'] as const;

/** "3 resolved, 1 new", and which they are. */
export function FindingsDiff({ diff }: { diff: VersionDiff }) {
  const translate = useTranslate();
  const { findings } = diff;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.diff.${key}`, options);
  return (
    <Section title="resources.contracts.diff.findings">
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {CHANGED.map((kind) => (
          <Box key={kind}>
            <Typography component="h3" sx={{ fontWeight: 650, mb: 0.5 }}>
              {word(`findings_${kind}`, { count: findings[kind].length })}
            </Typography>
            {findings[kind].map((finding) => (
              <Line key={finding.id} finding={finding} />
            ))}
          </Box>
        ))}
      </Box>
      {findings.same.length > 0 && (
        <Box component="details" sx={{ mt: 1.5, '& summary': { cursor: 'pointer', fontWeight: 650 } }}>
          <summary>{word('findings_same', { count: findings.same.length })}</summary>
          {findings.same.map((finding) => (
            <Line key={finding.id} finding={finding} />
          ))}
        </Box>
      )}
    </Section>
  );
}

function Line({ finding }: { finding: Finding }) {
  return (
    <Box sx={{ py: 0.5, borderTop: 1, borderColor: 'divider' }}>
      <FindingHead finding={finding} />
    </Box>
  );
}
