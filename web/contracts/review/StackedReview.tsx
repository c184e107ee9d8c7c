import { Box, Card } from '@mui/material';
import { useRef } from 'react';
import { FiguresBlock } from '../../fields/findings/FiguresBlock.tsx';
import { MarkedText } from '../../fields/findings/MarkedText.tsx';
import { AddFinding } from './AddFinding.tsx';
import { FindingCard } from './FindingCard.tsx';
import type { ReviewView } from './view.ts';

/** On a phone: each clause with what was found in it right below. */
export function StackedReview(view: ReviewView) {
  const { review, blocks, shown, selected, onSelect, figures, actionsOf } = view;
  const text = useRef<HTMLDivElement>(null);
  return (
    <Box ref={text} sx={{ display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {blocks.map((block) => {
        const own = shown.filter(({ start }) => start >= block.start && start < block.end);
        if (own.length === 0 && review.text.slice(block.start, block.end).trim() === '') return null;
        return (
          <Card key={block.start} component="section">
            <Box sx={{ px: 1.75, py: 1.25, lineHeight: 1.8 }}>
              <MarkedText
                text={review.text}
                start={block.start}
                end={trimmedEnd(review.text, block)}
                findings={shown}
                pages={review.pageSpans}
                selected={selected}
                onPick={onSelect}
              />
            </Box>
            {own.length > 0 && (
              <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
                {own.map((finding) => (
                  <FindingCard
                    key={finding.id}
                    finding={finding}
                    withClause={false}
                    isOpen={finding.id === selected}
                    onToggle={() => onSelect(finding.id === selected ? undefined : finding.id)}
                    figures={<FiguresBlock figures={figures} type={finding.type} />}
                    actions={actionsOf(finding)}
                  />
                ))}
              </Box>
            )}
          </Card>
        );
      })}
      <AddFinding within={text} view={view} />
    </Box>
  );
}

/** Empty lines at the end of a clause are the space between cards here. */
function trimmedEnd(text: string, { start, end }: { start: number; end: number }): number {
  return start + text.slice(start, end).trimEnd().length;
}
