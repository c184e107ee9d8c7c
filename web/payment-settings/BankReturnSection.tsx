import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import {
  Alert,
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useRef, useState } from 'react';
import { BooleanInput, required, SelectInput, TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Fen } from '../fields/FenField.tsx';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { useWord } from '../fields/use-word.ts';
import { mappingBody, OUTCOMES, RETURN_COLUMNS } from './bank-files.ts';
import { TryButton } from './TryButton.tsx';

/** `POST /payment-settings/return-preview` */
interface Shown {
  rowCount: number;
  rows: {
    row: number;
    endToEndId: string;
    outcome: (typeof OUTCOMES)[number];
    statusWord: string;
    amountFen: number | null;
    paidOn: string | null;
  }[];
  problemCount: number;
  problems: { row: number; code: string; message: string }[];
}

const SEPARATORS = [
  { id: ',', name: 'resources.payment-settings.values.separator.comma' },
  { id: ';', name: 'resources.payment-settings.values.separator.semicolon' },
  { id: '\t', name: 'resources.payment-settings.values.separator.tab' },
  { id: '|', name: 'resources.payment-settings.values.separator.bar' },
];
const fieldWord = (field: string) => `resources.payment-settings.fields.${field}`;

/** Which columns of the bank's answer mean what, in its words, and how a file of it is read. */
export function BankReturnSection() {
  const word = useWord('resources.payment-settings');
  const isHouse = useWatch({ name: 'isHouseMapping' }) as boolean;
  return (
    <Section title="resources.payment-settings.section.bankReturn">
      <BooleanInput source="isHouseMapping" helperText={false} />
      <Typography color="text.secondary" sx={{ pl: 6, mb: 1 }}>
        {word('help.isHouseMapping')}
      </Typography>
      {!isHouse && (
        <Columns>
          {RETURN_COLUMNS.map((column) => (
            <TextInput
              key={column}
              source={`returnMapping.columns.${column}`}
              label={fieldWord(`return.${column}`)}
              validate={column === 'endToEndId' || column === 'status' ? required() : undefined}
            />
          ))}
          {OUTCOMES.map((outcome) => (
            <TextInput
              key={outcome}
              source={`returnMapping.words.${outcome}`}
              label={fieldWord(`words.${outcome}`)}
              helperText={word('wordsHelp')}
              validate={outcome === 'unknown' ? undefined : required()}
            />
          ))}
          <ChoiceInput
            source="returnMapping.encoding"
            label={fieldWord('encoding')}
            choices={['auto', 'utf-8', 'gb18030']}
            validate={required()}
          />
          <SelectInput
            source="returnMapping.separator"
            label={fieldWord('separator')}
            choices={SEPARATORS}
            validate={required()}
          />
        </Columns>
      )}
      <TryMapping />
    </Section>
  );
}

function TryMapping() {
  const word = useWord('resources.payment-settings');
  const { getValues } = useFormContext();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [shown, setShown] = useState<Shown>();
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography color="text.secondary">{word('tryHelp')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', my: 1 }}>
        <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => input.current?.click()}>
          {word('tryFile')}
        </Button>
        {file?.name}
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,.xlsx,.xml"
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            setShown(undefined);
          }}
        />
      </Box>
      {file && (
        <TryButton
          label={word('try')}
          field="returnMapping"
          work={async (provider) => {
            setShown(undefined);
            const returnMapping = mappingBody(getValues('returnMapping'));
            const sent = { returnMapping, file: { name: file.name, base64: await base64Of(file) } };
            setShown(await provider.send<Shown>('POST', '/payment-settings/return-preview', sent));
          }}
        />
      )}
      {shown && <Read shown={shown} />}
    </Box>
  );
}

function Read({ shown }: { shown: Shown }) {
  const word = useWord('resources.payment-settings');
  return (
    <Box sx={{ mt: 1 }}>
      <Alert severity={shown.problemCount > 0 || shown.rowCount === 0 ? 'warning' : 'success'}>
        {word('tried', { rows: shown.rowCount, problems: shown.problemCount })}
        {shown.problems.map(({ row, code, message }) => (
          <Box key={row}>{word('problemAt', { row, what: word(`problem.${code}`, { _: message }) })}</Box>
        ))}
      </Alert>
      {shown.rows.length > 0 && (
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={word('try')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {(['endToEndId', 'status', 'paidOn', 'amountYuan'] as const).map((column) => (
                  <TableCell key={column} align={column === 'amountYuan' ? 'right' : 'left'}>
                    {word(`shown.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.rows.map((row) => (
                <TableRow key={row.row}>
                  <TableCell>{row.endToEndId}</TableCell>
                  <TableCell>
                    {row.statusWord} → {word(`values.outcome.${row.outcome}`)}
                  </TableCell>
                  <TableCell>{row.paidOn ?? '—'}</TableCell>
                  <TableCell align="right">
                    {row.amountFen === null ? '—' : <Fen value={row.amountFen} />}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  );
}

/** The file as JSON carries it. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
