import {
  DateInput,
  type DateInputProps,
  DateTimeInput,
  type DateTimeInputProps,
  TextInput,
  type TextInputProps,
  useTranslate,
} from 'react-admin';
import { isMonth } from '../../api/domain/month.ts';
import { instantToLocal, localToInstant } from './day.ts';

/** A day, `2026-05-01` in the form; empty is null. */
export function DayInput(props: DateInputProps) {
  return <DateInput parse={(text: string) => text || null} {...props} />;
}

/** An instant typed as China's clock shows it; ISO text with `+08:00` in the form. */
export function InstantInput(props: DateTimeInputProps) {
  return <DateTimeInput format={instantToLocal} parse={localToInstant} {...props} />;
}

/** An accounting month, `2026-05` in the form. */
export function MonthInput({ validate, ...props }: TextInputProps) {
  const translate = useTranslate();
  const given = validate === undefined ? [] : Array.isArray(validate) ? validate : [validate];
  const shape = (value: unknown) =>
    value && !isMonth(String(value)) ? translate('house.month.shape') : undefined;
  return (
    <TextInput
      type="month"
      validate={[shape, ...given]}
      {...props}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
