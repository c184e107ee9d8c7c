import { Box } from '@mui/material';
import { Muted } from '../fields/FenField.tsx';
import { useWord } from '../fields/use-word.ts';
import type { CaseRow } from './case.ts';

/** The next day something is due; overdue in a word, not by colour alone. */
export function DueDay({ one }: { one: Pick<CaseRow, 'nextDueOn' | 'isOverdue'> }) {
  const word = useWord('resources.cases.due');
  if (one.nextDueOn === null) return <Muted text="—" />;
  return (
    <Box
      component="span"
      sx={{
        fontVariantNumeric: 'tabular-nums',
        color: one.isOverdue ? 'error.main' : undefined,
        fontWeight: one.isOverdue ? 600 : undefined,
        whiteSpace: 'nowrap',
      }}
    >
      {word(one.isOverdue ? 'overdue' : 'by', { day: one.nextDueOn })}
    </Box>
  );
}
