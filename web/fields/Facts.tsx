import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { type FieldProps, FieldTitle, useFieldValue, useResourceContext, useTranslate } from 'react-admin';
import { Muted } from './FenField.tsx';

/** Names and values of a record, as many columns as fit. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: '14px 24px',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 150px), 1fr))',
      }}
    >
      {children}
    </Box>
  );
}

/** One name and its value: the text of `source`, or the given children. */
export function Fact({
  source,
  label,
  children,
  wide,
}: {
  source: string;
  label?: string;
  children?: ReactNode;
  wide?: boolean;
}) {
  const resource = useResourceContext();
  return (
    <Box sx={{ minWidth: 0, gridColumn: wide ? '1 / -1' : undefined }}>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>
        <FieldTitle source={source} label={label} resource={resource} />
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {children ?? <TextValue source={source} />}
      </Box>
    </Box>
  );
}

/** Text, or a dash where there is none. */
export function TextValue(props: FieldProps) {
  const value = useFieldValue(props);
  const translate = useTranslate();
  return value === null || value === undefined || value === '' ? (
    <Muted text={translate('house.field.none')} />
  ) : (
    String(value)
  );
}
