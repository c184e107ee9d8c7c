import { Autocomplete, Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type MappingField, type SourceDraft, UNITS, type Way, waysOf } from './mapping.ts';

interface MappingRowProps {
  field: MappingField;
  source: SourceDraft;
  headers: readonly string[];
  /** The first row of the file: what a column holds is seen before it is believed. */
  sample: readonly string[];
  problem: string | undefined;
  onChange: (source: SourceDraft) => void;
}

/** One field: how it is filled, from which column, and what the first row would give. */
export function MappingRow({ field, source, headers, sample, problem, onChange }: MappingRowProps) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.imports.mapping.${key}`);
  const name = translate(`resources.imports.mapping.field.${field.name}`);
  const firstOf = (column: string) => sample[headers.indexOf(column)] ?? '';
  const shown = [source.column, source.way === 'multiply' ? source.second : '']
    .filter(Boolean)
    .map(firstOf)
    .join(' × ');
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{
        display: 'grid',
        columnGap: 1.5,
        rowGap: 0.75,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        alignItems: 'center',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '170px 150px minmax(0, 1fr) minmax(0, 200px)' },
      }}
    >
      <Box>
        {name}
        {field.required && (
          <Box component="span" sx={{ color: 'error.main' }}>
            {' '}
            *
          </Box>
        )}
      </Box>
      <TextField
        select
        margin="none"
        value={source.way}
        onChange={(event) => onChange({ ...source, way: event.target.value as Way })}
        slotProps={{ htmlInput: { 'aria-label': word('way') } }}
      >
        {waysOf(field).map((way) => (
          <MenuItem key={way} value={way}>
            {word(`ways.${way}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minWidth: 0 }}>
        <SourceInputs field={field} source={source} headers={headers} onChange={onChange} />
      </Box>
      <Typography
        variant="body2"
        color={problem ? 'error' : 'text.secondary'}
        sx={{ overflowWrap: 'anywhere', minWidth: 0 }}
        role={problem ? 'alert' : undefined}
      >
        {problem
          ? word(`problem.${problem}`)
          : shown && translate('resources.imports.mapping.sample', { value: shown })}
      </Typography>
    </Box>
  );
}

function SourceInputs(props: Pick<MappingRowProps, 'field' | 'source' | 'headers' | 'onChange'>) {
  const { field, source, headers, onChange } = props;
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.imports.mapping.${key}`);
  const units = UNITS[field.kind];
  if (source.way === 'none' || source.way === 'ordinal') return null;
  if (source.way === 'constant')
    return (
      <TextField
        margin="none"
        label={word(field.kind === 'rate' ? 'constantRate' : 'constant')}
        value={source.constant}
        onChange={(event) => onChange({ ...source, constant: event.target.value })}
      />
    );
  if (source.way === 'rateOf')
    return (
      <TextField
        select
        margin="none"
        value={source.of}
        onChange={(event) => onChange({ ...source, of: event.target.value as SourceDraft['of'] })}
        slotProps={{ htmlInput: { 'aria-label': word('rateOf') } }}
      >
        {(['settledFen', 'paidFen'] as const).map((of) => (
          <MenuItem key={of} value={of}>
            {word(`rateOf_${of}`)}
          </MenuItem>
        ))}
      </TextField>
    );
  return (
    <>
      <ColumnInput
        headers={headers}
        value={source.column}
        onChange={(column) => onChange({ ...source, column })}
      />
      {source.way === 'multiply' && (
        <ColumnInput
          headers={headers}
          value={source.second}
          onChange={(second) => onChange({ ...source, second })}
        />
      )}
      {source.way === 'column' && units && (
        <TextField
          select
          margin="none"
          value={source.unit || units[0]}
          onChange={(event) => onChange({ ...source, unit: event.target.value })}
          slotProps={{ htmlInput: { 'aria-label': word('unit') } }}
          sx={{ flex: '0 0 104px' }}
        >
          {units.map((unit) => (
            <MenuItem key={unit} value={unit}>
              {word(`units.${unit}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  );
}

/** One of the file's columns, found by typing: some files have eighty. */
export function ColumnInput(props: {
  headers: readonly string[];
  value: string;
  onChange: (column: string) => void;
  label?: string;
}) {
  const translate = useTranslate();
  return (
    <Autocomplete
      sx={{ flex: '1 1 150px', minWidth: 0 }}
      options={[...new Set(props.headers)].filter(Boolean)}
      value={props.value || null}
      onChange={(_, column) => props.onChange(column ?? '')}
      noOptionsText={translate('resources.imports.mapping.noColumn')}
      renderInput={(params) => (
        <TextField
          {...params}
          margin="none"
          label={props.label ?? translate('resources.imports.mapping.column')}
        />
      )}
    />
  );
}
