import { Box } from '@mui/material';
import { type FieldProps, useFieldValue, useLocaleState, useTranslate } from 'react-admin';
import { chinaTime, monthInWords } from './day.ts';
import { Muted } from './FenField.tsx';

/** A day as it is kept, `2026-05-01`; it never passes through a time zone. */
export function DayField(props: FieldProps) {
  return <Digits text={useFieldValue(props)} />;
}

/** An instant as it was in China, to the minute. */
export function InstantField(props: FieldProps) {
  return <Digits text={chinaTime(useFieldValue(props))} />;
}

export function Instant({ at }: { at: string | null | undefined }) {
  return <Digits text={chinaTime(at)} />;
}

/** `2026年5月`. */
export function MonthField(props: FieldProps) {
  const month: string | undefined = useFieldValue(props);
  const [locale] = useLocaleState();
  return <Digits text={month && monthInWords(month, locale)} />;
}

function Digits({ text }: { text: string | null | undefined }) {
  const translate = useTranslate();
  if (!text) return <Muted text={translate('house.field.none')} />;
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {text}
    </Box>
  );
}
