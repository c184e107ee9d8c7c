import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** The buttons of a section: beside its title where there is room, on a row of their own on a phone. */
export function SectionActions({ children }: { children: ReactNode }) {
  return (
    <Box
      className="no-print"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        width: { xs: '100%', sm: 'auto' },
      }}
    >
      {children}
    </Box>
  );
}
