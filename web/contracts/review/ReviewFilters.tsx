import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp';
import { Box, IconButton, MenuItem, TextField, ToggleButton, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Finding, SEVERITIES } from '../../fields/findings/finding.ts';
import { SeverityMark } from '../../fields/findings/SeverityMark.tsx';
import { useBilingual } from '../../fields/findings/use-bilingual.ts';
import type { FindingFilter } from './review.ts';

interface ReviewFiltersProps {
  /** All of the reading, for the counts. */
  all: readonly Finding[];
  shown: readonly Finding[];
  selected: number | undefined;
  filter: FindingFilter;
  onFilter: (filter: FindingFilter) => void;
  onStep: (by: 1 | -1) => void;
}

const STATES = ['all', 'open', 'toConfirm', 'waived', 'dismissed'] as const;

/** Which findings are shown, how many there are of each weight, and the way from one to the next. */
export function ReviewFilters({ all, shown, selected, filter, onFilter, onStep }: ReviewFiltersProps) {
  const translate = useTranslate();
  const say = useBilingual();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.findings.${key}`, options);
  const kinds = [...new Map(all.map(({ type, name }) => [type, say(name)]))];
  const at = shown.findIndex(({ id }) => id === selected);
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {SEVERITIES.map((severity) => {
        const isOn = filter.severities.includes(severity);
        return (
          <ToggleButton
            key={severity}
            value={severity}
            selected={isOn}
            size="small"
            sx={{ py: 0.25, px: 1, textTransform: 'none', backgroundColor: 'background.paper' }}
            onChange={() =>
              onFilter({
                ...filter,
                severities: isOn
                  ? filter.severities.filter((one) => one !== severity)
                  : [...filter.severities, severity],
              })
            }
          >
            <SeverityMark
              severity={severity}
              count={all.filter((one) => one.severity === severity && one.state === 'open').length}
            />
          </ToggleButton>
        );
      })}
      <Choice
        label={word('filter.state')}
        value={filter.state}
        choices={STATES.map((state) => [state, word(`state.${state}`)])}
        onChange={(state) => onFilter({ ...filter, state: state as FindingFilter['state'] })}
      />
      <Choice
        label={word('filter.type')}
        value={filter.type}
        choices={[['', word('state.all')], ...kinds]}
        onChange={(type) => onFilter({ ...filter, type })}
      />
      <Box sx={{ flex: 1 }} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
        <Box
          component="span"
          aria-live="polite"
          sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
        >
          {word('position', { at: at + 1 || '–', of: shown.length })}
        </Box>
        <Tooltip title={word('previous')}>
          <IconButton size="small" onClick={() => onStep(-1)} aria-label={word('previous')}>
            <PreviousIcon />
          </IconButton>
        </Tooltip>
        <Tooltip title={word('next')}>
          <IconButton size="small" onClick={() => onStep(1)} aria-label={word('next')}>
            <NextIcon />
          </IconButton>
        </Tooltip>
      </Box>
    </Box>
  );
}

function Choice(props: {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <TextField
      select
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ width: 150, my: 0 }}
    >
      {props.choices.map(([value, name]) => (
        <MenuItem key={value} value={value}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
