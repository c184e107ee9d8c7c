import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ORDER_STATUSES, type OrderStatus } from '../../api/domain/order-status.ts';
import { Section } from '../fields/HouseShow.tsx';
import { wordsInColumn } from './draft-mapping.ts';
import { ColumnInput } from './MappingRow.tsx';
import type { MappingDraft } from './mapping.ts';
import type { MappingFormProps } from './mapping-form.ts';

const WAYS = ['payment', 'settlement', 'column', 'constant'] as const;

/** What a line's state is read from: its times, a column of words, or one state for all. */
export function StatusRule({ preview, draft, onChange, problems }: MappingFormProps) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.imports.mapping.${key}`);
  const { status } = draft;
  const set = (more: Partial<MappingDraft['status']>) =>
    onChange({ ...draft, status: { ...status, ...more } });
  return (
    <Section title="resources.imports.mapping.group.status">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <TextField
          select
          margin="none"
          label={word('statusWay')}
          value={status.way}
          onChange={(event) => set({ way: event.target.value as MappingDraft['status']['way'] })}
          sx={{ flex: '1 1 240px', maxWidth: 420 }}
        >
          {WAYS.map((way) => (
            <MenuItem key={way} value={way}>
              {word(`statusWays.${way}`)}
            </MenuItem>
          ))}
        </TextField>
        {status.way === 'constant' && (
          <StatusSelect value={status.constant} onChange={(name) => name && set({ constant: name })} />
        )}
        {status.way === 'column' && (
          <ColumnInput
            headers={preview.headers}
            value={status.column}
            onChange={(column) => set({ column, values: {} })}
          />
        )}
      </Box>
      {status.way === 'column' && status.column && (
        <StatusWords preview={preview} status={status} set={set} />
      )}
      {problems.status && (
        <Typography color="error" role="alert" sx={{ mt: 1 }}>
          {word(`problem.${problems.status}`)}
        </Typography>
      )}
    </Section>
  );
}

function StatusWords(props: {
  preview: MappingFormProps['preview'];
  status: MappingDraft['status'];
  set: (more: Partial<MappingDraft['status']>) => void;
}) {
  const { preview, status, set } = props;
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const seen = wordsInColumn(preview.headers, preview.sampleRows, status.column);
  const words = [...new Set([...seen, ...Object.keys(status.values)])];
  const add = () => {
    const word = typed.trim();
    if (word) set({ values: { ...status.values, [word]: status.values[word] ?? '' } });
    setTyped('');
  };
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="body2" color="text.secondary">
        {translate('resources.imports.mapping.statusWordsHelp')}
      </Typography>
      {words.map((word) => (
        <Box key={word} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', py: 0.5 }}>
          <Box sx={{ flex: '1 1 140px', maxWidth: 280, overflowWrap: 'anywhere' }}>{word}</Box>
          <StatusSelect
            value={status.values[word] ?? ''}
            label={word}
            onChange={(name) => set({ values: { ...status.values, [word]: name } })}
          />
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 1, mt: 1, maxWidth: 420 }}>
        <TextField
          margin="none"
          label={translate('resources.imports.mapping.addWord')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Button onClick={add}>{translate('ra.action.add')}</Button>
      </Box>
    </Box>
  );
}

function StatusSelect(props: {
  value: OrderStatus | '';
  label?: string;
  onChange: (name: OrderStatus | '') => void;
}) {
  const translate = useTranslate();
  return (
    <TextField
      select
      margin="none"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value as OrderStatus | '')}
      slotProps={{ htmlInput: { 'aria-label': props.label }, select: { displayEmpty: true } }}
      sx={{ flex: '0 1 180px' }}
    >
      <MenuItem value="">{translate('resources.imports.mapping.noState')}</MenuItem>
      {ORDER_STATUSES.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`resources.orders.values.status.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
