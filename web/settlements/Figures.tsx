import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

export function Figures({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      {children}
    </Box>
  );
}

/** One figure of a run; `title` is the name of its field. */
export function Figure({ title, small, children }: { title: string; small?: boolean; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Card sx={{ px: 2, py: 1.25, minWidth: 0 }}>
      <Typography color="text.secondary">{translate(`resources.settlements.fields.${title}`)}</Typography>
      <Box
        sx={{
          fontSize: small ? '1rem' : { xs: '1.15rem', sm: '1.4rem' },
          fontWeight: small ? undefined : 650,
          lineHeight: 1.4,
          fontVariantNumeric: 'tabular-nums',
          overflowWrap: 'anywhere',
        }}
      >
        {children}
      </Box>
    </Card>
  );
}
