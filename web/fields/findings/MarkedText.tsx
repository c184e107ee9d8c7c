import { Box } from '@mui/material';
import { Fragment, type MouseEvent } from 'react';
import { useTranslate } from 'react-admin';
import { type Marked, pagesIn, pickAt, runsOf } from './highlight.ts';
import { highlightStyle } from './SeverityMark.tsx';

export interface PageSpan {
  number: number;
  start: number;
  end: number;
  source: 'text' | 'ocr';
}

interface MarkedTextProps {
  text: string;
  /** The piece of `text` to show. */
  start: number;
  end: number;
  findings: readonly Marked[];
  pages?: readonly PageSpan[];
  selected?: number;
  onPick?: (id: number) => void;
}

/** The id of the element where a finding's highlight begins. */
export const markId = (findingId: number): string => `finding-mark-${findingId}`;

/** A piece of a text with its findings highlighted to the character; marks of pages stand between, and are no text. */
export function MarkedText({ text, start, end, findings, pages = [], selected, onPick }: MarkedTextProps) {
  const cuts = pagesIn(pages, start, end);
  const runs = cutAtPages(runsOf(start, end, findings), cuts);
  const pick = (event: MouseEvent) => {
    const mark = (event.target as HTMLElement).closest<HTMLElement>('mark[data-ids]');
    const isMarkingText = window.getSelection()?.isCollapsed === false;
    if (!mark || !onPick || isMarkingText) return;
    const id = pickAt(mark.dataset.ids!.split(' ').map(Number), selected);
    if (id !== undefined) onPick(id);
  };
  return (
    <Box
      component="span"
      onClick={pick}
      sx={[{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }, (theme) => highlightStyle(theme)]}
    >
      {runs.map((run) => {
        const page = cuts.find((one) => one.start === run.start);
        const words = text.slice(run.start, run.end);
        const begins = findings.filter((finding) => Math.max(finding.start, start) === run.start);
        return (
          <Fragment key={run.start}>
            {page && <PageMark page={page} />}
            {run.severity === null ? (
              <span data-at={run.start}>{words}</span>
            ) : (
              <mark
                data-at={run.start}
                data-ids={run.ids.join(' ')}
                data-severity={run.severity}
                data-settled={run.isSettled}
                data-selected={selected !== undefined && run.ids.includes(selected)}
              >
                {begins.map(({ id }) => (
                  <span key={id} id={markId(id)} />
                ))}
                {words}
              </mark>
            )}
          </Fragment>
        );
      })}
    </Box>
  );
}

function PageMark({ page }: { page: PageSpan }) {
  const translate = useTranslate();
  return (
    <Box
      component="span"
      sx={{
        display: 'block',
        userSelect: 'none',
        my: 1,
        pt: 0.5,
        borderTop: '1px dashed',
        borderColor: 'divider',
        color: 'text.secondary',
        fontSize: '0.8rem',
        fontWeight: 400,
      }}
    >
      {translate('resources.findings.page', { no: page.number })}
      {page.source === 'ocr' && ` · ${translate('resources.findings.recognisedPage')}`}
    </Box>
  );
}

/** A mark of a page stands between two runs, so a run that holds the beginning of a page is cut there. */
function cutAtPages(runs: ReturnType<typeof runsOf>, pages: readonly PageSpan[]) {
  return runs.flatMap((run) => {
    const places = pages.map(({ start }) => start).filter((at) => at > run.start && at < run.end);
    const all = [run.start, ...places.sort((a, b) => a - b), run.end];
    return all.slice(0, -1).map((start, index) => ({ ...run, start, end: all[index + 1]! }));
  });
}
