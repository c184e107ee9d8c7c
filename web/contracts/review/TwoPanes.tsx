import { Box, Card } from '@mui/material';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../fields/EmptyState.tsx';
import { FiguresBlock } from '../../fields/findings/FiguresBlock.tsx';
import { MarkedText } from '../../fields/findings/MarkedText.tsx';
import { AddFinding } from './AddFinding.tsx';
import { FindingCard } from './FindingCard.tsx';
import type { ReviewView } from './view.ts';

const HEIGHT = { md: 'calc(100dvh - 205px)' };

/** The text at the left, its findings at the right; a press on either leads to the other. */
export function TwoPanes(view: ReviewView) {
  const { review, blocks, shown, selected, onSelect, figures, actionsOf } = view;
  const translate = useTranslate();
  const text = useRef<HTMLDivElement>(null);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { md: 'minmax(0, 1.15fr) minmax(340px, 1fr)' },
      }}
    >
      <Card
        component="section"
        aria-label={translate('resources.findings.textPane')}
        tabIndex={0}
        data-pane="text"
        ref={text}
        sx={{ height: HEIGHT, minHeight: 420, overflow: 'auto', px: 3, py: 2, position: 'relative' }}
      >
        <Box sx={{ maxWidth: '46em', mx: 'auto', lineHeight: 1.9, fontSize: '1rem' }}>
          {blocks.map((block) => (
            <MarkedText
              key={block.start}
              text={review.text}
              start={block.start}
              end={block.end}
              findings={shown}
              pages={review.pageSpans}
              selected={selected}
              onPick={onSelect}
            />
          ))}
        </Box>
        <AddFinding within={text} view={view} />
      </Card>
      <Card
        component="section"
        aria-label={translate('resources.findings.listPane')}
        sx={{ height: HEIGHT, minHeight: 420, overflow: 'auto' }}
      >
        {shown.length === 0 && (
          <EmptyState
            dense
            text={translate(`resources.findings.${review.findings.length === 0 ? 'none' : 'noneShown'}`)}
          />
        )}
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, '& > li:first-of-type': { borderTop: 0 } }}>
          {shown.map((finding) => (
            <FindingCard
              key={finding.id}
              finding={finding}
              isOpen={finding.id === selected}
              onToggle={() => onSelect(finding.id === selected ? undefined : finding.id)}
              figures={<FiguresBlock figures={figures} type={finding.type} />}
              actions={actionsOf(finding)}
            />
          ))}
        </Box>
      </Card>
    </Box>
  );
}
