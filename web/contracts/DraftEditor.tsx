import { Alert, Box, Button, Card, LinearProgress } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  Form,
  RecordContextProvider,
  ResourceContextProvider,
  required,
  TextInput,
  Title,
  useDataProvider,
  useGetOne,
  useNotify,
  useTranslate,
} from 'react-admin';
import { useFormState } from 'react-hook-form';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { DayInput } from '../fields/DayInput.tsx';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { pickEdit, type Shape } from '../fields/pick-shape.ts';
import type { HouseProvider } from '../shell/data-provider.ts';
import { ErrorPage, NotFoundPage } from '../shell/ErrorPage.tsx';
import { Refusal } from '../shell/http.ts';
import { ClausesInput } from './ClausesInput.tsx';
import { RulesInput } from './RulesInput.tsx';
import { TermsCheck } from './TermsCheck.tsx';
import { ProposedTerms } from './terms/ProposedTerms.tsx';
import { type Contract, draftOf, type Version } from './version.ts';

const PART: Shape = { partyId: true, takesFrom: true, rateBps: true };
const SHAPE: Shape = {
  effectiveFrom: true,
  effectiveTo: true,
  summary: true,
  clauses: { id: true, clauseNo: true, heading: true, body: true },
  rules: {
    id: true,
    clauseNo: true,
    platform: true,
    brandId: true,
    productId: true,
    streamId: true,
    base: true,
    tierOnRefund: true,
    effectiveFrom: true,
    effectiveTo: true,
    tiers: { id: true, fromFen: 0, toFen: true, parts: PART },
  },
};

/** The page of one draft: the text of its clauses, the rules that follow from it, and what is still missing. */
export function DraftEditor() {
  const { id, versionId } = useParams();
  const {
    data: contract,
    error,
    refetch,
    isPending,
  } = useGetOne<Contract>('contracts', { id: Number(id) }, { retry: false });
  if (isPending) return <LinearProgress sx={{ mt: 2 }} />;
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  const version = contract.versions?.find(
    (one) => one.id === Number(versionId) && one.displayStage === 'draft',
  );
  if (!version) return <NotFoundPage />;
  return (
    <ResourceContextProvider value="contracts">
      <RecordContextProvider value={contract}>
        <DraftForm key={version.rowVersion} contract={contract} version={version} />
      </RecordContextProvider>
    </ResourceContextProvider>
  );
}

function DraftForm({ contract, version }: { contract: Contract; version: Version }) {
  const provider = useDataProvider<HouseProvider>();
  const [saved, setSaved] = useState(false);
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const back = `/contracts/${contract.id}/show`;
  const word = (key: string) => `resources.contracts.${key}`;

  async function save(values: Record<string, unknown>) {
    try {
      await provider.send('PUT', `/contracts/${contract.id}/versions/${version.id}`, pickEdit(values, SHAPE));
      notify(word('draftSaved'), { type: 'success' });
      setSaved(true);
      return undefined;
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', {
        type: 'error',
        autoHideDuration: 8000,
      });
      // A refusal that names no field still leaves the form unsaved.
      return (error instanceof Refusal && error.body.errors) || { 'root.server': String(error) };
    }
  }

  return (
    <Form record={draftOf(version)} onSubmit={save} mode="onTouched" warnWhenUnsavedChanges>
      {saved && <Leave to={back} />}
      <Title title={`${contract.no} · ${translate(word('version'), { no: version.versionNo })}`} />
      <Box
        sx={{
          pt: 2,
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Section>
            <Columns>
              <DayInput source="effectiveFrom" label={word('effectiveFrom')} validate={required()} />
              <DayInput source="effectiveTo" label={word('effectiveTo')} />
              <TextInput source="summary" label={word('summary')} multiline className="wide" />
            </Columns>
          </Section>
          <Section title={word('section.clauses')}>
            {version.documentId === null ? (
              <ClausesInput />
            ) : (
              <DocumentText contractId={contract.id} version={version} />
            )}
          </Section>
          <Section
            title={word('section.rules')}
            actions={
              <Button component={Link} to={`/contracts/${contract.id}/versions/${version.id}/components`}>
                {translate(word('pay.title'))}
              </Button>
            }
          >
            <RulesInput anchorId={contract.anchorId} />
          </Section>
        </Box>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: 'minmax(0, 1fr)',
            position: { lg: 'sticky' },
            top: 72,
            maxHeight: { lg: 'calc(100dvh - 150px)' },
            overflowY: { lg: 'auto' },
          }}
        >
          <TermsCheck contract={contract} />
          <ProposedTerms contract={contract} version={version} />
        </Box>
      </Box>
      <Card sx={{ mt: 2, p: 1.5, display: 'flex', gap: 1, position: 'sticky', bottom: 8, zIndex: 2 }}>
        <Button type="submit" variant="contained" size="medium">
          {translate('house.action.save')}
        </Button>
        <Button onClick={() => navigate(back)}>{translate('house.action.cancel')}</Button>
      </Card>
    </Form>
  );
}

/** The text is the document's: it is read here, and changed by uploading another one. */
function DocumentText({ contractId, version }: { contractId: number; version: Version }) {
  const translate = useTranslate();
  return (
    <>
      <Alert
        severity="info"
        action={
          <Button
            color="inherit"
            component={Link}
            to={`/contracts/${contractId}/versions/${version.id}/review`}
          >
            {translate('resources.contracts.workflow.toReview')}
          </Button>
        }
      >
        {translate('resources.contracts.textIsTheDocuments')}
      </Alert>
      <Box sx={{ mt: 1.5, maxHeight: 320, overflow: 'auto', whiteSpace: 'pre-wrap' }} tabIndex={0}>
        {version.clauses.map(({ body }) => body).join('\n')}
      </Box>
    </>
  );
}

/** Goes on once the form knows that it is saved; before that it would ask whether to lose its changes. */
function Leave({ to }: { to: string }) {
  const { isSubmitSuccessful } = useFormState();
  const queries = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    if (!isSubmitSuccessful) return undefined;
    // One turn later: the guard against leaving learns of the save in an effect of its own, after this one.
    const soon = setTimeout(() => {
      navigate(to);
      void queries.invalidateQueries({ queryKey: ['contracts'] });
    }, 0);
    return () => clearTimeout(soon);
  }, [isSubmitSuccessful, navigate, queries, to]);
  return null;
}
