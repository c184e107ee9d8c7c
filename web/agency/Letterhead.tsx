import { Alert, Box, Button } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Form,
  maxLength,
  RecordContextProvider,
  required,
  TextInput,
  Title,
  useDataProvider,
  useTranslate,
} from 'react-admin';
import { isCreditCode } from '../../api/domain/credit-code.ts';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { Waiting } from '../fields/Waiting.tsx';
import type { HouseProvider } from '../shell/data-provider.ts';
import { ErrorPage } from '../shell/ErrorPage.tsx';

interface Agency {
  name: string;
  creditCode: string | null;
  address: string | null;
  publicUrl: string | null;
  rowVersion: number;
}

const KEY = ['agency'];

/** Who stands at the head of the agency's papers. */
export function Letterhead() {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => provider.ask<Agency>('/agency', undefined, signal),
  });
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 760 }}>
      <Title title={translate('resources.agency.name')} />
      {data ? <LetterheadForm agency={data} /> : <Waiting />}
      <RecordContextProvider value={{ id: 1 }}>
        <RecordHistory entity="agency" />
      </RecordContextProvider>
    </Box>
  );
}

function LetterheadForm({ agency }: { agency: Agency }) {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { run, busy } = useVerb();
  const shape = (code?: string) =>
    code && !isCreditCode(code) ? translate('resources.agency.creditCodeShape') : undefined;
  const address = (text?: string) =>
    text && !/^https?:\/\/[^\s/]+$/.test(text) ? translate('resources.agency.publicUrlShape') : undefined;
  const save = ({ name, creditCode, address, publicUrl }: Record<string, string>) =>
    run(
      (provider) =>
        provider.send<Agency>('PUT', '/agency', {
          name,
          creditCode: creditCode || null,
          address: address || null,
          publicUrl: publicUrl || null,
          rowVersion: agency.rowVersion,
        }),
      {
        success: 'house.done.saved',
        onDone: (saved) => queries.setQueryData(KEY, saved),
      },
    );
  return (
    <Section title="resources.agency.letterhead">
      <Form
        key={agency.rowVersion}
        record={{ ...agency, id: 1 }}
        onSubmit={(values: Record<string, string>) => void save(values)}
      >
        <Columns>
          <TextInput source="name" validate={[required(), maxLength(120)]} className="wide" />
          <TextInput
            source="creditCode"
            validate={shape}
            parse={(text: string) => text.trim().toUpperCase() || null}
          />
          <TextInput source="address" validate={maxLength(200)} className="wide" />
          <TextInput
            source="publicUrl"
            type="url"
            placeholder="https://mcn.example.com"
            helperText="resources.agency.publicUrlHelp"
            validate={address}
            className="wide"
          />
        </Columns>
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('resources.agency.fromNowOn')}
        </Alert>
        <Button type="submit" variant="contained" disabled={busy}>
          {translate('house.action.save')}
        </Button>
      </Form>
    </Section>
  );
}
