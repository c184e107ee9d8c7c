import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { CopyButton } from './CopyButton.tsx';
import { CourtOutcomes, hasOutcomes } from './CourtOutcomes.tsx';
import { DecisionNote } from './DecisionNote.tsx';
import type { Finding } from './finding.ts';
import { useBilingual } from './use-bilingual.ts';

/** Everything a finding says: why, what to ask for instead, on what ground, what it costs, and what was decided. */
export function FindingBody({
  finding,
  figures,
  withQuestions = true,
}: {
  finding: Finding;
  figures?: ReactNode;
  withQuestions?: boolean;
}) {
  const translate = useTranslate();
  const say = useBilingual();
  const word = (key: string) => translate(`resources.findings.${key}`);
  const suggestion = say(finding.suggestion);
  return (
    <Box sx={{ display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography>{say(finding.reason)}</Typography>
      {figures}
      {suggestion !== '' && (
        <Box sx={{ borderLeft: 3, borderColor: 'primary.light', pl: 1.5 }}>
          <Typography variant="body2" color="text.secondary" component="h4">
            {word('suggestion')}
          </Typography>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{suggestion}</Typography>
          <CopyButton text={() => suggestion} sx={{ ml: -0.75, mt: 0.25 }} />
        </Box>
      )}
      {withQuestions && finding.questions.length > 0 && <Questions finding={finding} />}
      {finding.bases.length > 0 && <Bases finding={finding} />}
      {hasOutcomes(finding.type) && <CourtOutcomes />}
      <DecisionNote finding={finding} />
    </Box>
  );
}

export function Questions({ finding }: { finding: Pick<Finding, 'questions'> }) {
  const translate = useTranslate();
  const say = useBilingual();
  const lines = finding.questions.map(say);
  return (
    <Box>
      <Typography variant="body2" color="text.secondary" component="h4">
        {translate('resources.findings.questions')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
      <CopyButton text={() => lines.join('\n')} sx={{ ml: -0.75 }} />
    </Box>
  );
}

/** Law and article, with what the article says in short; the law is Chinese in every language of the screen. */
function Bases({ finding }: { finding: Finding }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <Box>
      <Typography variant="body2" color="text.secondary" component="h4">
        {translate('resources.findings.bases')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }} lang={locale === 'en' ? 'zh-CN' : undefined}>
        {finding.bases.map(({ law, article, point }) => (
          <li key={`${law} ${article}`}>
            <Box component="span" sx={{ fontWeight: 600 }}>
              {article ? translate('resources.findings.article', { law, article }) : law}
            </Box>
            {point && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                {point}
              </Box>
            )}
          </li>
        ))}
      </Box>
    </Box>
  );
}
