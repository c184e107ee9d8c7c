import { Box, Button, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fen } from '../fields/FenField.tsx';
import type { ImportRecord } from './import-record.ts';

const WAYS = ['stored', 'updated', 'unchanged', 'rejected'] as const;

/** Every line of the file ended in one of four ways; the amounts stand on their two tracks. */
export function ImportOutcome({ record }: { record: ImportRecord }) {
  const translate = useTranslate();
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography sx={{ flex: 1, minWidth: 200 }}>
          {translate('resources.imports.allLines', { count: record.lines.toLocaleString('en') })}
        </Typography>
        <Button
          component={Link}
          variant="contained"
          to={`/orders?${new URLSearchParams({ filter: JSON.stringify({ importId: record.id }) })}`}
        >
          {translate('resources.imports.openOrders')}
        </Button>
      </Box>
      <Grid>
        {WAYS.map((way) => (
          <Figure
            key={way}
            title={translate(`resources.imports.outcome.${way}`)}
            bad={way === 'rejected' && record.rejected > 0}
          >
            {record[way].toLocaleString('en')}
          </Figure>
        ))}
      </Grid>
      <Grid>
        <Figure title={translate('resources.imports.fields.paidFen')}>
          <Fen value={record.paidFen} />
        </Figure>
        <Figure title={translate('resources.imports.fields.refundedFen')}>
          <Fen value={record.refundedFen} />
        </Figure>
        <Figure
          title={translate('resources.imports.fields.settledFen')}
          note={record.settledFen === 0 ? translate('resources.imports.nothingSettles') : undefined}
        >
          <Fen value={record.settledFen} />
        </Figure>
      </Grid>
    </Box>
  );
}

function Grid({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(auto-fit, minmax(170px, 1fr))' },
      }}
    >
      {children}
    </Box>
  );
}

function Figure(props: { title: string; bad?: boolean; note?: string; children: ReactNode }) {
  return (
    <Card sx={{ px: 2, py: 1.25, minWidth: 0 }}>
      <Typography color="text.secondary">{props.title}</Typography>
      <Box
        sx={{
          fontSize: { xs: '1.15rem', sm: '1.4rem' },
          fontWeight: 650,
          lineHeight: 1.4,
          fontVariantNumeric: 'tabular-nums',
          color: props.bad ? 'error.main' : undefined,
        }}
      >
        {props.children}
      </Box>
      {props.note && (
        <Typography variant="body2" color="text.secondary">
          {props.note}
        </Typography>
      )}
    </Card>
  );
}
