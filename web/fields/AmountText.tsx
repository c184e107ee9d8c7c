import { InputAdornment, TextField, type TextFieldProps } from '@mui/material';
import { useTranslate } from 'react-admin';
import { parseHundredths } from './exact.ts';

/** Whole fen of what was typed; undefined while it is no amount. */
export function fenOfText(typed: string): number | undefined {
  const parsed = parseHundredths(typed);
  return 'hundredths' in parsed && parsed.hundredths !== null ? parsed.hundredths : undefined;
}

/** An amount in a dialog: the text as typed is its state, `fenOfText` reads it. */
export function AmountText(
  props: Omit<TextFieldProps, 'onChange' | 'value'> & { value: string; onChange: (typed: string) => void },
) {
  const { value, onChange, ...rest } = props;
  const translate = useTranslate();
  const parsed = parseHundredths(value);
  const complaint = 'complaint' in parsed ? translate(`house.fen.${parsed.complaint}`) : undefined;
  return (
    <TextField
      {...rest}
      value={value}
      error={complaint !== undefined}
      helperText={complaint ?? rest.helperText}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: { inputMode: 'decimal', autoComplete: 'off' },
        input: {
          endAdornment: <InputAdornment position="end">{translate('house.fen.unit')}</InputAdornment>,
        },
      }}
    />
  );
}
