import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, required, TextInput, useWrappedSource } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { RowsEditor } from '../fields/RowsEditor.tsx';
import { useWord } from '../fields/use-word.ts';
import { CSV_FIELDS, type CsvColumnRow, templateBody } from './bank-files.ts';
import { TryButton } from './TryButton.tsx';

/** The columns of the bank's upload page, in its order and words, and what the file looks like with them. */
export function BankFileSection() {
  const word = useWord('resources.payment-settings');
  const isHouse = useWatch({ name: 'isHouseTemplate' }) as boolean;
  return (
    <Section title="resources.payment-settings.section.bankFile">
      <BooleanInput source="isHouseTemplate" helperText={false} />
      <Typography color="text.secondary" sx={{ pl: 6, mb: 1 }}>
        {word('help.isHouseTemplate')}
      </Typography>
      {!isHouse && (
        <>
          <Columns>
            <ChoiceInput
              source="csvTemplate.encoding"
              label="resources.payment-settings.fields.encoding"
              choices={['utf-8-bom', 'gb18030']}
              validate={required()}
            />
          </Columns>
          <RowsEditor
            source="csvTemplate.columns"
            addLabel="resources.payment-settings.addColumn"
            emptyLabel="resources.payment-settings.noColumns"
            newRow={() => ({ header: null, kind: 'constant', constant: null })}
            movable
            max={40}
          >
            <TextInput
              source="header"
              label="resources.payment-settings.fields.header"
              className="phone-wide"
              validate={required()}
            />
            <ChoiceInput
              source="kind"
              label="resources.payment-settings.fields.kind"
              choices={[...CSV_FIELDS, 'constant']}
              className="phone-wide"
              validate={required()}
            />
            <Constant />
          </RowsEditor>
        </>
      )}
      <TryTemplate />
    </Section>
  );
}

/** Only where every row says the same. */
function Constant() {
  const kind = useWatch({ name: useWrappedSource('kind') });
  return kind === 'constant' ? (
    <TextInput source="constant" label="resources.payment-settings.fields.constant" />
  ) : null;
}

function TryTemplate() {
  const word = useWord('resources.payment-settings');
  const { getValues } = useFormContext();
  const [text, setText] = useState<string>();
  return (
    <Box sx={{ mt: 1.5 }}>
      <TryButton
        label={word('preview')}
        field="csvTemplate"
        work={async (provider) => {
          const form = getValues('csvTemplate') as { encoding: string; columns: CsvColumnRow[] };
          const body = { csvTemplate: templateBody(form) };
          setText(undefined);
          const shown = await provider.send<{ text: string }>('POST', '/payment-settings/csv-preview', body);
          setText(shown.text);
        }}
      />
      {text !== undefined && (
        <>
          <Typography color="text.secondary">{word('previewHelp')}</Typography>
          <Box
            component="pre"
            tabIndex={0}
            aria-label={word('preview')}
            sx={{
              overflowX: 'auto',
              m: 0,
              mt: 0.5,
              p: 1,
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
            }}
          >
            {text.trimEnd()}
          </Box>
        </>
      )}
    </Box>
  );
}
