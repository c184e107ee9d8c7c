import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type BothPlans, unitsToDraw } from './plan-both.ts';

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
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small" sx={{ maxWidth: 560 }}>
          <TableHead>
            <TableRow>
              {['class', 'aql', 'n', 'ac', 're', 'arrow'].map((column) => (
                <TableCell key={column} align={['n', 'ac', 're'].includes(column) ? 'right' : 'left'}>
                  {word(column)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {(['major', 'minor'] as const).map((kind) => {
              const plan = plans[kind];
              return (
                <TableRow key={kind} sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  <TableCell>{word(kind)}</TableCell>
                  <TableCell>{plan.aql}</TableCell>
                  <TableCell align="right">{plan.sampleSize}</TableCell>
                  <TableCell align="right">{plan.acceptUpTo}</TableCell>
                  <TableCell align="right">{plan.rejectFrom}</TableCell>
                  <TableCell>
                    {plan.arrow === 'direct'
                      ? '—'
                      : word(`arrows.${plan.arrow}`, { letter: plan.planLetter })}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </Box>
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
