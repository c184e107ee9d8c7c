import { Box, Typography } from '@mui/material';
import { chinaTime } from '../fields/day.ts';
import { Section } from '../fields/HouseShow.tsx';
import { PdfLinks } from '../fields/PdfPreview.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import type { CaseRecord, CaseVerb, Paper } from './case.ts';
import { Hash } from './Hash.tsx';
import { NotYet } from './NotYet.tsx';
import { SectionActions } from './SectionActions.tsx';

/** What the brand was asked, by when, and what it said. */
export function BrandSection({ one, onVerb }: { one: CaseRecord; onVerb: (verb: CaseVerb) => void }) {
  const word = useWord('resources.cases');
  const letters = one.papers.filter(({ kind }) => kind === 'letter');
  const { answer } = one;
  return (
    <Section
      title="resources.cases.section.brand"
      actions={
        <SectionActions>
          {(['notifyBrand', 'recordAnswer', 'recordSilence'] as const).map((verb) => (
            <ReasonButton
              key={verb}
              variant="outlined"
              reason={one.refusals[verb] ?? undefined}
              onClick={() => onVerb(verb)}
            >
              {word(`verb.${verb}`)}
            </ReasonButton>
          ))}
        </SectionActions>
      }
    >
      {letters.length === 0 && <NotYet text={word('brand.none')} />}
      {letters.map((paper) => (
        <PaperRow key={paper.id} caseId={one.id} paper={paper} />
      ))}
      {answer && (
        <Box sx={{ mt: 1.5, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
          <Typography sx={{ fontWeight: 600, display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            {answer.kind === 'silence'
              ? word('brand.silence')
              : word('brand.answered', { day: answer.answeredOn })}
            {answer.kind === 'answer' && (
              <StatusChip
                value="position"
                tone={answer.accepts === null ? 'off' : answer.accepts ? 'good' : 'bad'}
                text={word(positionOf(answer.accepts))}
              />
            )}
          </Typography>
          {answer.text && (
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{answer.text}</Typography>
          )}
          <Typography variant="body2" color="text.secondary">
            {[answer.recordedByName, chinaTime(answer.recordedAt)].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
      )}
    </Section>
  );
}

const positionOf = (accepts: boolean | null): string =>
  accepts === null ? 'brand.unclear' : accepts ? 'brand.accepts' : 'brand.disputes';

/** A frozen paper: its number, who made it, its hash, the PDF. */
export function PaperRow({ caseId, paper }: { caseId: number; paper: Paper }) {
  const word = useWord('resources.cases');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', py: 0.5 }}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{word(`brand.${paper.kind}`, { no: paper.no })}</Typography>
        <Typography variant="body2" color="text.secondary">
          {[
            paper.answerBy && `${word('brand.answerBy')} ${paper.answerBy}`,
            paper.createdByName,
            chinaTime(paper.createdAt),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          · <Hash value={paper.sha256} />
        </Typography>
      </Box>
      <PdfLinks path={`/cases/${caseId}/papers/${paper.id}/pdf`} fileName={`${paper.no}.pdf`} />
    </Box>
  );
}
