import { Box, Button, Card, LinearProgress, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  CreateBase,
  EditBase,
  type RaRecord,
  SaveButton,
  SimpleForm,
  type SimpleFormProps,
  Title,
  Toolbar,
  useCreateContext,
  useEditContext,
  useNotify,
  useTranslate,
} from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ErrorPage } from '../shell/ErrorPage.tsx';
import { Refusal } from '../shell/http.ts';
import { ChangedMeanwhile, type Conflict } from './ChangedMeanwhile.tsx';

export interface HouseFormProps extends Pick<SimpleFormProps, 'validate' | 'defaultValues'> {
  children: ReactNode;
  /** What of the form is sent: usually `pickShape` / `pickEdit` over the resource's shape. */
  body: (values: Record<string, unknown>) => Record<string, unknown>;
}

/** A new record; saved, it is shown. */
export function HouseCreate({ body, ...form }: HouseFormProps) {
  const sayRefusal = useSayRefusal();
  return (
    <CreateBase transform={body} redirect="show" mutationOptions={{ onError: sayRefusal }}>
      <CreatePage {...form} />
    </CreateBase>
  );
}

function CreatePage(form: Omit<HouseFormProps, 'body'>) {
  const { defaultTitle } = useCreateContext();
  return <FormCard title={defaultTitle} {...form} />;
}

/** An existing record, sent whole with its version. When somebody else was faster, both changes are laid side by side. */
export function HouseEdit({ body, ...form }: HouseFormProps) {
  const sayRefusal = useSayRefusal();
  const [conflict, setConflict] = useState<Conflict>();
  return (
    <EditBase
      mutationMode="pessimistic"
      transform={body}
      redirect="show"
      error={<Trouble />}
      loading={<LinearProgress sx={{ mt: 2 }} />}
      queryOptions={{ onError: () => undefined }}
      mutationOptions={{
        onError: (
          error: unknown,
          variables: { id?: RaRecord['id']; data?: object; previousData?: object } | undefined,
        ) => {
          const current =
            error instanceof Refusal && error.body.code === 'changed_meanwhile'
              ? error.body.details?.current
              : undefined;
          if (current && variables) {
            return setConflict({
              id: variables.id!,
              before: body(variables.previousData as Record<string, unknown>),
              theirs: body(current as Record<string, unknown>),
              mine: variables.data as Record<string, unknown>,
            });
          }
          sayRefusal(error);
        },
      }}
    >
      <EditPage {...form} />
      {conflict && <ChangedMeanwhile conflict={conflict} onClose={() => setConflict(undefined)} />}
    </EditBase>
  );
}

function EditPage(form: Omit<HouseFormProps, 'body'>) {
  const { defaultTitle } = useEditContext();
  return <FormCard title={defaultTitle} {...form} />;
}

function FormCard({ title, children, ...form }: Omit<HouseFormProps, 'body'> & { title?: string }) {
  return (
    <Card sx={{ mt: 2 }}>
      <Title title={title} />
      <SimpleForm
        warnWhenUnsavedChanges
        mode="onTouched"
        toolbar={<FormBar />}
        {...form}
        sx={{ p: { xs: 1.5, sm: 2.5 } }}
      >
        {children}
      </SimpleForm>
    </Card>
  );
}

function FormBar() {
  const translate = useTranslate();
  const navigate = useNavigate();
  return (
    <Toolbar
      sx={{
        gap: 1,
        backgroundColor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        px: { xs: 1.5, sm: 2.5 },
        mb: 0,
        position: 'sticky',
        bottom: 0,
        zIndex: 2,
      }}
    >
      <SaveButton alwaysEnable label="house.action.save" size="medium" />
      <Button onClick={() => navigate(-1)}>{translate('house.action.cancel')}</Button>
    </Toolbar>
  );
}

function Trouble() {
  const { error, refetch } = useEditContext();
  return <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />;
}

/** Inputs side by side where there is room; `wide` ones take a row of their own. */
export function Columns({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        width: '100%',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
        alignItems: 'start',
        '& .wide': { gridColumn: '1 / -1' },
      }}
    >
      {children}
    </Box>
  );
}

/** The title of a part of a form, and what to know before filling it in; keys. */
export function FormHeading({ text, help }: { text: string; help?: string }) {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 2, mb: 1 }}>
      <Typography variant="h6" component="h2">
        {translate(text)}
      </Typography>
      {help && <Typography color="text.secondary">{translate(help)}</Typography>}
    </Box>
  );
}

/** Field errors stand at their fields; the sentence is said as well, for a refusal may name what is not on the form. */
function useSayRefusal(): (error: unknown) => void {
  const notify = useNotify();
  return (error) =>
    notify(error instanceof Error ? error.message : 'ra.notification.http_error', {
      type: 'error',
      autoHideDuration: 8000,
    });
}
