import { InputAdornment, TextField, type TextFieldProps } from '@mui/material';
import { useState } from 'react';
import { FieldTitle, InputHelperText, type InputProps, useInput, useTranslate } from 'react-admin';
import { complaintOf, hundredthsText, parseHundredths, rateText } from './exact.ts';

export type ExactInputProps = InputProps &
  Pick<TextFieldProps, 'sx' | 'fullWidth' | 'size' | 'autoFocus' | 'placeholder'>;

/** Yuan as typed, whole fen in the form. Negative amounts only with `allowNegative`. */
export function FenInput({ allowNegative = false, ...props }: ExactInputProps & { allowNegative?: boolean }) {
  return <ExactInput {...props} kind="fen" min={allowNegative ? undefined : 0} />;
}

/** Percent as typed, basis points in the form, 0 to 100 %. */
export function RateInput(props: ExactInputProps) {
  return <ExactInput {...props} kind="rate" min={0} max={10_000} />;
}

function ExactInput(props: ExactInputProps & { kind: 'fen' | 'rate'; min?: number; max?: number }) {
  const { kind, min, max, source, label, helperText, sx, fullWidth, size, autoFocus, placeholder, validate } =
    props;
  const translate = useTranslate();
  const toText = kind === 'fen' ? hundredthsText : rateText;
  const check = (value: unknown) => {
    const complaint = complaintOf(value, { min, max });
    return complaint && translate(`house.${kind}.${complaint}`);
  };
  const given = validate === undefined ? [] : Array.isArray(validate) ? validate : [validate];
  const { field, fieldState, id, isRequired } = useInput({
    ...props,
    validate: [check, ...given],
    format: (value) => value,
    parse: (value) => value,
  });
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed stays as typed until the field is left, unless the value was changed from elsewhere.
  const text = typed !== null && sameValue(typed, field.value) ? typed : textOf(field.value, toText);
  const { error, invalid } = fieldState;
  const helper = helperText !== false || invalid;
  return (
    <TextField
      id={id}
      name={field.name}
      inputRef={field.ref}
      value={text}
      onChange={(event) => {
        const parsed = parseHundredths(event.target.value);
        setTyped(event.target.value);
        field.onChange('hundredths' in parsed ? parsed.hundredths : event.target.value);
      }}
      onBlur={() => {
        setTyped(null);
        field.onBlur();
      }}
      label={
        label === false ? undefined : <FieldTitle label={label} source={source} isRequired={isRequired} />
      }
      hiddenLabel={label === false}
      error={invalid}
      helperText={helper ? <InputHelperText error={error?.message} helperText={helperText} /> : null}
      disabled={props.disabled || props.readOnly}
      slotProps={{
        inputLabel: placeholder ? { shrink: true } : {},
        htmlInput: {
          inputMode: 'decimal',
          autoComplete: 'off',
          'aria-label': typeof label === 'string' ? translate(label, { _: label }) : undefined,
        },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              {kind === 'fen' ? translate('house.fen.unit') : '%'}
            </InputAdornment>
          ),
        },
      }}
      sx={{ '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' }, ...sx }}
      fullWidth={fullWidth}
      size={size}
      margin="dense"
      autoFocus={autoFocus}
      placeholder={placeholder}
    />
  );
}

function sameValue(typed: string, value: unknown): boolean {
  const parsed = parseHundredths(typed);
  return 'hundredths' in parsed
    ? parsed.hundredths === (value === '' ? null : (value ?? null))
    : typed === value;
}

const textOf = (value: unknown, toText: (hundredths: number | null) => string): string =>
  typeof value === 'string' ? value : toText(typeof value === 'number' ? value : null);
