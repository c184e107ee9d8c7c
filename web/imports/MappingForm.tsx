import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PLATFORMS } from '../../api/domain/platform.ts';
import { Section } from '../fields/HouseShow.tsx';
import { MappingRow } from './MappingRow.tsx';
import { EMPTY_SOURCE, MAPPING_FIELDS, type MappingField } from './mapping.ts';
import type { MappingFormProps } from './mapping-form.ts';
import { RefundRule } from './RefundRule.tsx';
import { StatusRule } from './StatusRule.tsx';

const GROUPS = ['order', 'money', 'people', 'time'] as const;

/** Columns of the file → fields of an order line. The few that most files have stand first, the rest behind a button. */
export function MappingForm(props: MappingFormProps) {
  const { draft, onChange, problems } = props;
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.imports.mapping.${key}`);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Section title="resources.imports.mapping.about">
        <Box
          sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '2fr 1fr 1fr' } }}
        >
          <TextField
            label={word('name')}
            value={draft.name}
            required
            error={problems.name !== undefined}
            helperText={word('nameHelp')}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
          <TextField
            select
            label={word('platform')}
            value={draft.platform}
            onChange={(event) => onChange({ ...draft, platform: event.target.value })}
          >
            {PLATFORMS.map((platform) => (
              <MenuItem key={platform} value={platform}>
                {translate(`house.platform.${platform}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={word('missing')}
            value={draft.missing}
            helperText={word('missingHelp')}
            onChange={(event) => onChange({ ...draft, missing: event.target.value })}
          />
        </Box>
      </Section>
      {GROUPS.map((group) => (
        <FieldGroup key={group} {...props} group={group} />
      ))}
      <StatusRule {...props} />
      <RefundRule {...props} />
    </Box>
  );
}

const USUAL = new Set([
  'orderNo',
  'lineNo',
  'productExtId',
  'productName',
  'quantity',
  'paidFen',
  'refundFen',
  'settledFen',
  'commissionRateBps',
  'commissionFen',
  'anchorExtId',
  'anchorName',
  'paidAt',
  'settledAt',
]);

function FieldGroup(props: MappingFormProps & { group: (typeof GROUPS)[number] }) {
  const { group, draft, onChange, problems, preview } = props;
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const own = MAPPING_FIELDS.filter((field) => field.group === group);
  const isShown = (field: MappingField) =>
    all || USUAL.has(field.name) || (draft.sources[field.name]?.way ?? 'none') !== 'none';
  const hidden = own.filter((field) => !isShown(field)).length;
  return (
    <Section title={`resources.imports.mapping.group.${group}`}>
      {own.filter(isShown).map((field) => (
        <MappingRow
          key={field.name}
          field={field}
          source={draft.sources[field.name] ?? EMPTY_SOURCE}
          headers={preview.headers}
          sample={preview.sampleRows[0] ?? []}
          problem={problems[field.name]}
          onChange={(source) => onChange({ ...draft, sources: { ...draft.sources, [field.name]: source } })}
        />
      ))}
      {hidden > 0 && (
        <Button onClick={() => setAll(true)}>
          {translate('resources.imports.mapping.showMore', { count: hidden })}
        </Button>
      )}
      {group === 'money' && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('resources.imports.mapping.moneyHelp')}
        </Typography>
      )}
    </Section>
  );
}
