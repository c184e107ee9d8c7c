import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FiguresBlock } from '../fields/findings/FiguresBlock.tsx';
import { FindingBody } from '../fields/findings/FindingBody.tsx';
import { FindingHead } from '../fields/findings/FindingHead.tsx';
import type { Figure } from '../fields/findings/figure.ts';
import { MarkedText } from '../fields/findings/MarkedText.tsx';
import { threadsOf } from '../fields/findings/remark.ts';
import { severityColour } from '../fields/findings/SeverityMark.tsx';
import { ThreadView } from '../fields/findings/ThreadView.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { RemarkButtons } from './RemarkButtons.tsx';
import { isTitle, type ReadingClause } from './reading.ts';

const TONES: Record<string, Tone> = { accept: 'good', request_change: 'wait', comment: 'info' };

interface ClauseCardProps {
  clause: ReadingClause;
  place: string;
  /** Whether the anchor can still say something. */
  isOpen: boolean;
  /** Of the whole contract. */
  figures: readonly Figure[] | undefined;
}

/** A clause: its words, what to mind about them, what to ask, and what was said. */
export function ClauseCard({ clause, place, isOpen, figures }: ClauseCardProps) {
  const translate = useTranslate();
  if (isTitle(clause))
    return (
      <Typography component="h2" variant="h6" sx={{ mt: 1 }}>
        {clause.text.trim()}
      </Typography>
    );
  return (
    <Card component="article" sx={{ overflow: 'hidden' }}>
      <Box sx={{ px: 2, py: 1.5, lineHeight: 1.8 }}>
        <MarkedText
          text={clause.text.trimEnd()}
          start={0}
          end={clause.text.trimEnd().length}
          findings={clause.findings.map((finding) => ({
            ...finding,
            start: finding.start - clause.start,
            end: finding.end - clause.start,
          }))}
        />
      </Box>
      {clause.findings.map((finding) => (
        <Box
          key={finding.id}
          component="section"
          sx={{
            px: 2,
            py: 1.25,
            borderTop: 1,
            borderColor: 'divider',
            borderLeft: 4,
            borderLeftColor: (theme) => severityColour(theme, finding.severity),
          }}
        >
          <FindingHead finding={finding} withClause={false} />
          <Box sx={{ mt: 1 }}>
            <FindingBody finding={finding} figures={<FiguresBlock figures={figures} type={finding.type} />} />
          </Box>
        </Box>
      ))}
      {(isOpen || clause.mark || clause.remarks.length > 0) && (
        <Box sx={{ px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
          {clause.mark && (
            <StatusChip
              value={clause.mark}
              tone={TONES[clause.mark]}
              text={translate(`resources.portal.reading.mark.${clause.mark}`)}
            />
          )}
          {threadsOf(clause.remarks).map((thread) => (
            <ThreadView key={thread.remark.id} thread={thread} />
          ))}
          {isOpen && <RemarkButtons place={place} clauseNo={clause.clauseNo} mark={clause.mark} />}
        </Box>
      )}
    </Card>
  );
}
