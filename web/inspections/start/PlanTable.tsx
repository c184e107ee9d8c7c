import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type BothPlans, unitsToDraw } from './plan-both.ts';

const KINDS = ['major', 'minor'] as const;

/** How many units are drawn and how many may differ, class by class, with whatever the table says of itself. */
export function PlanTable({ plans }: { plans: BothPlans }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.plan.${key}`, options);
  const { major, minor } = plans;
  const isFull = major.isFullInspection || minor.isFullInspection;
  return (
    <Box>
      <Typography sx={{ fontWeight: 650 }}>
        {word('draw', { units: unitsToDraw(plans), lot: major.lotSize })}
        {isFull && ` · ${word('full')}`}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {major.standard} · {word(`stage.${major.stage}`)} · {word('letter', { letter: major.codeLetter })}
      </Typography>
      <Table size="small" sx={{ maxWidth: 480, '& th, & td': { px: { xs: 0.75, sm: 1.5 } } }}>
        <TableHead>
          <TableRow>
            {['class', 'aql', 'n', 'ac', 're'].map((column) => (
              <TableCell key={column} align={column === 'class' ? 'left' : 'right'}>
                {word(column)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {KINDS.map((kind) => {
            const { aql, sampleSize, acceptUpTo, rejectFrom } = plans[kind];
            return (
              <TableRow key={kind} sx={{ fontVariantNumeric: 'tabular-nums' }}>
                <TableCell>{word(kind)}</TableCell>
                {[aql, sampleSize, acceptUpTo, rejectFrom].map((figure, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a plan have fixed places
                  <TableCell key={index} align="right">
                    {figure}
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      {KINDS.filter((kind) => plans[kind].arrow !== 'direct').map((kind) => (
        <Typography key={kind} variant="body2" sx={{ mt: 0.5 }}>
          {word(kind)}: {word(`arrows.${plans[kind].arrow}`, { letter: plans[kind].planLetter })}
        </Typography>
      ))}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {word('critical')}
      </Typography>
      {(major.isSingleSource || minor.isSingleSource) && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {word('singleSource')}
        </Alert>
      )}
    </Box>
  );
}
