import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import { InputAdornment } from '@mui/material';
import { TextInput, type TextInputProps, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { isGtin } from '../../api/domain/gtin.ts';

const WHOLE = [8, 12, 13, 14];

/** A barcode, its check digit verified while typing: a slip of one digit is seen before the record is saved. */
export function GtinInput(props: TextInputProps) {
  const translate = useTranslate();
  const typed: string | null | undefined = useWatch({ name: props.source });
  const good = typeof typed === 'string' && isGtin(typed);
  return (
    <TextInput
      {...props}
      parse={(text: string) => text.normalize('NFKC').replace(/[\s-]/g, '') || null}
      validate={(gtin?: string | null) => (gtin && !isGtin(gtin) ? translate(complaintOf(gtin)) : undefined)}
      helperText={
        good
          ? 'resources.products.gtinGood'
          : typed && WHOLE.includes(typed.length)
            ? complaintOf(typed)
            : undefined
      }
      inputMode="numeric"
      slotProps={{
        input: good
          ? {
              endAdornment: (
                <InputAdornment position="end">
                  <CheckIcon color="success" fontSize="small" />
                </InputAdornment>
              ),
            }
          : {},
      }}
    />
  );
}

const complaintOf = (gtin: string): string =>
  WHOLE.includes(gtin.length) && /^\d+$/.test(gtin)
    ? 'resources.products.gtinBad'
    : 'resources.products.gtinLength';
