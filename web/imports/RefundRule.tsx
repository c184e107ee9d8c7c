import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../fields/HouseShow.tsx';
import { ColumnInput } from './MappingRow.tsx';
import type { MappingDraft } from './mapping.ts';
import type { MappingFormProps } from './mapping-form.ts';

const WAYS = ['none', 'startsWith', 'equals'] as const;

/** Which rows are refunds of their own: by the beginning of a number (`C536379`) or by a word (`退款`). */
export function RefundRule({ preview, draft, onChange, problems }: MappingFormProps) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.imports.mapping.${key}`);
  const { refund } = draft;
  const set = (more: Partial<MappingDraft['refund']>) =>
    onChange({ ...draft, refund: { ...refund, ...more } });
  return (
    <Section title="resources.imports.mapping.group.refund">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <TextField
          select
          margin="none"
          label={word('refundWay')}
          value={refund.way}
          onChange={(event) => set({ way: event.target.value as MappingDraft['refund']['way'] })}
          sx={{ flex: '1 1 240px', maxWidth: 420 }}
        >
          {WAYS.map((way) => (
            <MenuItem key={way} value={way}>
              {word(`refundWays.${way}`)}
            </MenuItem>
          ))}
        </TextField>
        {refund.way !== 'none' && (
          <>
            <ColumnInput
              headers={preview.headers}
              value={refund.column}
              onChange={(column) => set({ column })}
            />
            <TextField
              margin="none"
              label={word(`refundText.${refund.way}`)}
              value={refund.text}
              onChange={(event) => set({ text: event.target.value })}
              sx={{ flex: '1 1 160px', maxWidth: 260 }}
            />
          </>
        )}
      </Box>
      {problems.refundWhen && (
        <Typography color="error" role="alert" sx={{ mt: 1 }}>
          {word(`problem.${problems.refundWhen}`)}
        </Typography>
      )}
    </Section>
  );
}
