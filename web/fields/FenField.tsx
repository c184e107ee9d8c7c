import { Box, type SxProps } from '@mui/material';
import { type FieldProps, useFieldValue, useTranslate } from 'react-admin';
import { formatRate, formatYuan } from '../../api/domain/money.ts';

/** An amount of whole fen as yuan: thousands apart, a real minus sign and a colour for what is taken away. */
export function Fen({
  value,
  sx,
  strong,
}: {
  value: number | null | undefined;
  sx?: SxProps;
  strong?: boolean;
}) {
  const translate = useTranslate();
  if (value === null || value === undefined) return <Muted text={translate('house.field.none')} />;
  return (
    <Box
      component="span"
      sx={{
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
        fontWeight: strong ? 650 : undefined,
        color: value < 0 ? 'error.main' : undefined,
        ...(sx as object),
      }}
    >
      {yuan(value)}
    </Box>
  );
}

/** Yuan text with the minus sign the eye finds (U+2212). */
export const yuan = (amountFen: number): string => formatYuan(amountFen).replace('-', '−');

export function FenField(props: FieldProps & { strong?: boolean }) {
  return <Fen value={useFieldValue(props)} strong={props.strong} />;
}

export function Rate({ value }: { value: number | null | undefined }) {
  const translate = useTranslate();
  if (value === null || value === undefined) return <Muted text={translate('house.field.none')} />;
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      {formatRate(value)}
    </Box>
  );
}

export function RateField(props: FieldProps) {
  return <Rate value={useFieldValue(props)} />;
}

export function Muted({ text }: { text: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text}
    </Box>
  );
}
