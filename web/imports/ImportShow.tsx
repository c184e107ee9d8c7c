import { Alert, Box, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useGetOne, useRecordContext, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { Instant } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { StatusField } from '../fields/StatusChip.tsx';
import { VerbButton } from '../fields/VerbButton.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { sayFailure } from './failure-words.ts';
import { ImportGaps } from './ImportGaps.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { ImportRejects } from './ImportRejects.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { type ImportRecord, isAtWork, percentOf } from './import-record.ts';
import { sizeInWords } from './size.ts';

const ASK_EVERY_MS = 700;

/** An import while it runs (bar, cancel) and what became of it (counts, sums, refused lines, gaps, undo). */
export function ImportShow() {
  return (
    <HouseShow editAction={null} actions={<Undo />}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const first = useRecordContext<ImportRecord>();
  const { state } = useLocation() as { state: { fresh?: boolean } | null };
  const { data: record = first } = useGetOne<ImportRecord>(
    'imports',
    { id: first?.id as number },
    {
      enabled: first !== undefined,
      refetchInterval: (query) =>
        query.state.data && isAtWork(query.state.data.status) ? ASK_EVERY_MS : false,
    },
  );
  useForgetOthersWhenDone(record);
  if (!record) return null;
  const atWork = isAtWork(record.status);
  return (
    <>
      {(atWork || state?.fresh) && (
        <ImportSteps at={atWork ? 'run' : 'result'} withMapping={record.profile === 'mapping'} />
      )}
      {atWork && <Progress record={record} />}
      <Outcome record={record} />
      {record.status === 'done' && (
        <>
          <ImportOutcome record={record} />
          {record.rejected > 0 && <ImportRejects importId={record.id} total={record.rejected} />}
          <ImportGaps record={record} />
        </>
      )}
      <Section title="resources.imports.aboutFile">
        <Facts>
          <Fact source="fileName" />
          <Fact source="platform">
            <Platform value={record.platform} />
          </Fact>
          <Fact source="profile">
            <ProfileName profile={record.profile} />
          </Fact>
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          <Fact source="bytesTotal">{sizeInWords(record.bytesTotal)}</Fact>
          <Fact source="createdByName" />
          <Fact source="createdAt">
            <Instant at={record.createdAt} />
          </Fact>
          <Fact source="finishedAt">
            <Instant at={record.finishedAt} />
          </Fact>
        </Facts>
      </Section>
    </>
  );
}

export function ProfileName({ profile }: { profile: string }) {
  const translate = useTranslate();
  return <span>{translate(`resources.imports.profile.${profile}`, { _: profile })}</span>;
}

/** When an import ends, lists of orders and gaps on other screens are old. */
function useForgetOthersWhenDone(record: ImportRecord | undefined): void {
  const queries = useQueryClient();
  const was = useRef<boolean>(false);
  const atWork = record !== undefined && isAtWork(record.status);
  useEffect(() => {
    if (was.current && !atWork)
      for (const key of ['orders', 'settlements']) void queries.invalidateQueries({ queryKey: [key] });
    was.current = atWork;
  }, [atWork, queries]);
}

function Progress({ record }: { record: ImportRecord }) {
  const translate = useTranslate();
  const percent = percentOf(record);
  return (
    <Section>
      <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography sx={{ flex: 1, minWidth: 200 }}>
          {translate(`resources.imports.${record.status === 'queued' ? 'waiting' : 'running'}`, {
            percent,
            read: sizeInWords(record.bytesRead),
            total: sizeInWords(record.bytesTotal),
          })}
        </Typography>
        <VerbButton
          action="imports.cancel"
          reason={record.cancelRequested ? translate('resources.imports.cancelling') : undefined}
          work={(provider) => provider.verb('imports', record.id, 'cancel')}
          success="resources.imports.cancelling"
          variant="outlined"
        >
          {translate('resources.imports.cancel')}
        </VerbButton>
      </Box>
      <Waiting
        variant={record.status === 'queued' ? 'indeterminate' : 'determinate'}
        value={percent}
        aria-label={translate('resources.imports.step.run')}
      />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {translate('resources.imports.leaveHelp')}
      </Typography>
    </Section>
  );
}

function Outcome({ record }: { record: ImportRecord }) {
  const translate = useTranslate();
  if (record.status === 'failed')
    return (
      <Alert severity="error" variant="outlined">
        <b>{translate('resources.imports.failed')}</b>
        <Box>{sayFailure(translate, record.failure ?? '')}</Box>
        <Box sx={{ color: 'text.secondary' }}>{translate('resources.imports.failedHelp')}</Box>
      </Alert>
    );
  if (record.status === 'cancelled' || record.status === 'undone')
    return (
      <Alert severity="info" variant="outlined">
        {translate(`resources.imports.${record.status}`)}
      </Alert>
    );
  return null;
}

function Undo() {
  const record = useRecordContext<ImportRecord>();
  const translate = useTranslate();
  if (record?.status !== 'done') return null;
  const reason = record.undoReason;
  const refused =
    reason &&
    translate(`resources.imports.undoReason.${reason.code}`, {
      _: reason.message,
      count: record.settledLines,
    });
  return (
    <VerbButton
      action="imports.undo"
      reason={refused ?? undefined}
      color="error"
      variant="outlined"
      ask={{
        title: translate('resources.imports.undo'),
        text: translate('resources.imports.undoAsk', {
          name: record.fileName,
          stored: record.stored,
          updated: record.updated,
        }),
      }}
      work={(provider) => provider.verb('imports', record.id, 'undo')}
      success="resources.imports.undoDone"
    >
      {translate('resources.imports.undo')}
    </VerbButton>
  );
}
