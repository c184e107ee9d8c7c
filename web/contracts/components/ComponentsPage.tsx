import { Box, Button, Card, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { Form, ResourceContextProvider, Title, useGetOne, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Section } from '../../fields/HouseShow.tsx';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { RowsEditor } from '../../fields/RowsEditor.tsx';
import { useAsk } from '../../fields/use-ask.ts';
import { useVerb } from '../../fields/use-verb.ts';
import { useWord } from '../../fields/use-word.ts';
import { Waiting } from '../../fields/Waiting.tsx';
import { ErrorPage } from '../../shell/ErrorPage.tsx';
import { Refusal } from '../../shell/http.ts';
import { useWhyNot } from '../../shell/me-context.ts';
import type { Contract, Version } from '../version.ts';
import { ComponentInputs } from './ComponentInputs.tsx';
import { type ComponentRow, componentBody, placeErrors } from './component-form.ts';

interface Components {
  rowVersion: number;
  components: ComponentRow[];
}

/** Month-level pay of a draft: guarantee, base pay, fixed pay, what is held back or paid back. */
export function ComponentsPage() {
  const { id, versionId } = useParams();
  const path = `/contracts/${id}/versions/${versionId}/components`;
  const { data, error, refetch } = useAsk<Components>(path);
  const { data: contract } = useGetOne<Contract>('contracts', { id: Number(id) });
  const version = contract?.versions?.find((one) => one.id === Number(versionId));
  if (error) return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (!data || !contract || !version) return <Waiting sx={{ mt: 2 }} />;
  return (
    <ResourceContextProvider value="contracts">
      <Editor key={data.rowVersion} path={path} data={data} contract={contract} version={version} />
    </ResourceContextProvider>
  );
}

function Editor(props: { path: string; data: Components; contract: Contract; version: Version }) {
  const { path, data, contract, version } = props;
  const word = useWord('resources.contracts.pay');
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const queries = useQueryClient();
  const { run, busy } = useVerb();
  async function save(values: { components?: ComponentRow[] }) {
    const rows = values.components ?? [];
    let errors: Record<string, string> | undefined;
    await run(
      (provider) =>
        provider
          .send('PUT', path, { components: rows.map(componentBody), rowVersion: data.rowVersion })
          .catch((error: unknown) => {
            if (error instanceof Refusal) errors = placeErrors(error.body.errors ?? {}, rows);
            throw error;
          }),
      {
        success: 'house.done.saved',
        onDone: () => void queries.invalidateQueries({ queryKey: ['ask', path] }),
      },
    );
    return errors;
  }
  const isDraft = version.displayStage === 'draft';
  return (
    <Form record={{ ...data, id: version.id }} onSubmit={save} mode="onTouched" warnWhenUnsavedChanges>
      <Title title={`${contract.no} · ${word('title')}`} />
      <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Section>
          <Typography color="text.secondary" sx={{ mb: 1.5 }}>
            {word('help')}
          </Typography>
          <RowsEditor
            source="components"
            addLabel="resources.contracts.pay.add"
            emptyLabel="resources.contracts.pay.none"
            newRow={() => ({ type: 'guarantee', effectiveFrom: version.effectiveFrom, rule: {} })}
            max={100}
          >
            <ComponentInputs clauses={version.clauses} anchorId={contract.anchorId} />
          </RowsEditor>
        </Section>
      </Box>
      <Card sx={{ mt: 2, p: 1.5, display: 'flex', gap: 1, position: 'sticky', bottom: 8, zIndex: 2 }}>
        <ReasonButton
          type="submit"
          variant="contained"
          size="medium"
          busy={busy}
          reason={whyNot('contracts.edit') ?? (isDraft ? undefined : word('notDraft'))}
        >
          {translate('house.action.save')}
        </ReasonButton>
        <Button component={Link} to={`/contracts/${contract.id}/show`}>
          {translate('house.action.back')}
        </Button>
      </Card>
    </Form>
  );
}
