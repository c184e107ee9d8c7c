import { Box, type Theme } from '@mui/material';
import { type FieldProps, useFieldValue, useResourceContext, useTranslate } from 'react-admin';

export type Tone = 'good' | 'wait' | 'bad' | 'off' | 'info';

/** What a state means for the eye; the word beside the dot says the same without colour. */
const TONES: Record<string, Tone> = {
  active: 'good',
  agreed: 'good',
  bound: 'good',
  paid: 'good',
  settled: 'good',
  done: 'good',
  approved: 'good',
  confirmed: 'good',
  issued: 'info',
  running: 'info',
  live: 'info',
  received: 'info',
  updated: 'info',
  estimated: 'wait',
  draft: 'wait',
  planned: 'wait',
  pending: 'wait',
  queued: 'wait',
  prepared: 'wait',
  unbound: 'wait',
  paused: 'wait',
  blacklisted: 'bad',
  failed: 'bad',
  disputed: 'bad',
  rejected: 'bad',
  refunded: 'bad',
  left: 'off',
  ended: 'off',
  cancelled: 'off',
  closed: 'off',
  undone: 'off',
  unpaid: 'off',
};

const COLOURS: Record<Tone, (theme: Theme) => string> = {
  good: (theme) => theme.palette.success.main,
  wait: (theme) => theme.palette.warning.main,
  bad: (theme) => theme.palette.error.main,
  off: (theme) => theme.palette.text.disabled,
  info: (theme) => theme.palette.info.main,
};

/** A state as dot and word. The word is `resources.<resource>.values.<source>.<value>` unless `text` is given. */
export function StatusChip(props: {
  value: string;
  resource?: string;
  source?: string;
  text?: string;
  tone?: Tone;
}) {
  const { value, source = 'status', text } = props;
  const translate = useTranslate();
  const resource = useResourceContext(props);
  const tone = props.tone ?? TONES[value] ?? 'off';
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ width: 8, height: 8, borderRadius: '50%', flex: 'none', backgroundColor: COLOURS[tone] }}
      />
      {text ?? translate(`resources.${resource}.values.${source}.${value}`)}
    </Box>
  );
}

export function StatusField(props: FieldProps & { tone?: Tone }) {
  const value = useFieldValue(props);
  const resource = useResourceContext(props);
  return value === undefined || value === null ? null : (
    <StatusChip value={String(value)} source={props.source} resource={resource} tone={props.tone} />
  );
}

/** One of a few named values as a plain word (tier, role, base …). */
export function ChoiceField(props: FieldProps) {
  const value = useFieldValue(props);
  const resource = useResourceContext(props);
  const translate = useTranslate();
  if (value === undefined || value === null) return null;
  return <span>{translate(`resources.${resource}.values.${props.source}.${value}`)}</span>;
}
