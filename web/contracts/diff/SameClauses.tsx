import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { clauseMark } from '../version.ts';
import type { ClauseDiff } from './version-diff.ts';

/** Clauses nobody touched: one line, unfolded when asked. */
export function SameClauses({ clauses }: { clauses: readonly ClauseDiff[] }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', px: 2, py: 0.5 }}>
      <Button onClick={() => setOpen(!open)} aria-expanded={open} sx={{ ml: -0.75, color: 'text.secondary' }}>
        {translate('resources.contracts.diff.sameFolded', { smart_count: clauses.length })}
      </Button>
      {open &&
        clauses.map(({ after }) => (
          <Box key={after!.no} sx={{ my: 1, maxWidth: '60em' }}>
            <Typography sx={{ fontWeight: 650 }}>
              {clauseMark(after!.no)} {after!.heading}
            </Typography>
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{after!.text}</Typography>
          </Box>
        ))}
    </Box>
  );
}
