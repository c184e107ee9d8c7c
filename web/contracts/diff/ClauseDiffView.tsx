import { alpha, Box, type Theme, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { StatusChip, type Tone } from '../../fields/StatusChip.tsx';
import { clauseMark } from '../version.ts';
import { type ClauseDiff, type DiffRun, sideOf } from './version-diff.ts';

const TONES: Record<ClauseDiff['kind'], Tone> = {
  same: 'off',
  changed: 'wait',
  moved: 'info',
  added: 'good',
  removed: 'bad',
};

/** One clause in two versions: side by side where there is room, else in one text with what came and went. */
export function ClauseDiffView({ clause, wide }: { clause: ClauseDiff; wide: boolean }) {
  const translate = useTranslate();
  const { kind, before, after, words } = clause;
  const isRewritten = words.length > 0;
  const left = isRewritten
    ? sideOf(words, 'before')
    : before
      ? [run(kind === 'removed' ? 'removed' : 'same', before)]
      : [];
  const right = isRewritten
    ? sideOf(words, 'after')
    : after
      ? [run(kind === 'added' ? 'added' : 'same', after)]
      : [];
  const both = isRewritten ? words : after ? right : left;
  return (
    <Box component="article" sx={{ borderTop: 1, borderColor: 'divider', px: 2, py: 1.25 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center', mb: 0.5 }}>
        <Typography component="h3" sx={{ fontWeight: 650 }}>
          {title(before, after)}
        </Typography>
        <StatusChip
          value={kind}
          tone={TONES[kind]}
          text={translate(`resources.contracts.diff.kind.${kind}`)}
        />
      </Box>
      {wide ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', columnGap: 3 }}>
          <Runs runs={left} />
          <Runs runs={right} />
        </Box>
      ) : (
        <Runs runs={both} />
      )}
    </Box>
  );
}

const run = (kind: DiffRun['kind'], { text }: { text: string }): DiffRun => ({ kind, text });

/** `§4 分成`, and where it had another number `§4 → §5 分成`. */
function title(before: ClauseDiff['before'], after: ClauseDiff['after']): string {
  const numbers = [...new Set([before, after].flatMap((side) => (side ? [clauseMark(side.no)] : [])))];
  return `${numbers.join(' → ')} ${after?.heading ?? before?.heading ?? ''}`;
}

function Runs({ runs }: { runs: readonly DiffRun[] }) {
  return (
    <Box sx={[{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.8 }, runStyle]}>
      {runs.map(({ kind, text }, index) => {
        const key = `${index}${kind}`;
        if (kind === 'added') return <ins key={key}>{text}</ins>;
        if (kind === 'removed') return <del key={key}>{text}</del>;
        return <span key={key}>{text}</span>;
      })}
    </Box>
  );
}

/** What came is underlined, what went is struck through: told without the colour too. */
const runStyle = (theme: Theme) => ({
  '& ins': { backgroundColor: alpha(theme.palette.success.main, 0.16), textDecoration: 'underline' },
  '& del': { backgroundColor: alpha(theme.palette.error.main, 0.12), textDecoration: 'line-through' },
});
