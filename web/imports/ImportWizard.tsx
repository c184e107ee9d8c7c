import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { Title, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { buildMapping, type Mapping, type MappingProblems } from './build-mapping.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { draftMapping, type GivenMapping } from './draft-mapping.ts';
import { type ImportStep, ImportSteps } from './ImportSteps.tsx';
import { MappingForm } from './MappingForm.tsx';
import type { MappingDraft } from './mapping.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import type { Preview } from './upload-file.ts';

/** From a file to a running import: choose, look, say what the columns are where nobody knows them, start. */
export function ImportWizard() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const { run, busy } = useVerb();
  const [step, setStep] = useState<Extract<ImportStep, 'choose' | 'preview' | 'mapping'>>('choose');
  const [preview, setPreview] = useState<Preview>();
  const [draft, setDraft] = useState<MappingDraft>();
  const [problems, setProblems] = useState<MappingProblems>({});
  const unknown = preview !== undefined && preview.recognised === null;

  const start = (mapping?: Mapping) =>
    run(
      (provider) =>
        provider.send<{ id: number }>('POST', '/imports', {
          fileToken: preview!.fileToken,
          fileName: preview!.fileName,
          ...(mapping && { mapping, saveMappingAs: mapping.name }),
        }),
      {
        success: 'resources.imports.started',
        onDone: ({ id }) => navigate(`/imports/${id}/show`, { state: { fresh: true } }),
      },
    );
  const goOn = () => {
    if (step === 'preview') return unknown ? setStep('mapping') : void start();
    const built = buildMapping(draft!);
    if ('mapping' in built) return void start(built.mapping);
    setProblems(built.problems);
    // Once drawn, the first complaint comes into sight: the button stands far below it.
    requestAnimationFrame(() =>
      document.querySelector('main [role="alert"]')?.scrollIntoView({ block: 'center' }),
    );
    notify('house.problem.invalid_input', { type: 'warning' });
  };
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('resources.imports.new')} />
      <ImportSteps at={step} withMapping={unknown || step === 'mapping'} />
      {step === 'choose' && (
        <ChooseFile
          onRead={(read) => {
            setPreview(read);
            setDraft(firstDraft(read));
            setProblems({});
            setStep('preview');
          }}
        />
      )}
      {step === 'preview' && preview && <PreviewStep preview={preview} />}
      {step === 'mapping' && preview && draft && (
        <>
          <SavedMappings onPick={(given) => setDraft(draftMapping(given, preview.headers, draft))} />
          <MappingForm preview={preview} draft={draft} onChange={setDraft} problems={problems} />
        </>
      )}
      {step !== 'choose' && (
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
          <Button onClick={() => setStep(step === 'mapping' ? 'preview' : 'choose')}>
            {translate(`resources.imports.${step === 'mapping' ? 'backToPreview' : 'otherFile'}`)}
          </Button>
          {step === 'preview' && preview?.recognised === 'mapping' && (
            <Button onClick={() => setStep('mapping')}>{translate('resources.imports.adjust')}</Button>
          )}
          <Button variant="contained" size="medium" disabled={busy} onClick={goOn}>
            {translate(`resources.imports.${unknown && step === 'preview' ? 'toMapping' : 'start'}`)}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function PreviewStep({ preview }: { preview: Preview }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.imports.${key}`, options);
  const { recognised, platform, encoding, delimiter, headers } = preview;
  return (
    <>
      <Alert severity={recognised ? 'success' : 'info'} variant="outlined">
        <b>
          {recognised
            ? word('recognised', {
                name:
                  recognised === 'mapping'
                    ? preview.title
                    : word(`profile.${recognised}`, { _: preview.title ?? recognised }),
              })
            : word('notRecognised')}
        </b>
        <Box>{word(recognised ? 'recognisedHelp' : 'notRecognisedHelp')}</Box>
      </Alert>
      <Section title="resources.imports.aboutFile">
        <Facts>
          <Fact source="fileName">{preview.fileName}</Fact>
          <Fact source="platform">{platform ? translate(`house.platform.${platform}`) : '—'}</Fact>
          <Fact source="encoding">{encoding?.toUpperCase() ?? '—'}</Fact>
          <Fact source="delimiter">
            {delimiter ? word(`delimiters.${delimiterName(delimiter)}`, { _: delimiter }) : '—'}
          </Fact>
          <Fact source="columns">{headers.length}</Fact>
        </Facts>
      </Section>
      <Section title="resources.imports.firstRows" flush>
        <PreviewTable preview={preview} />
      </Section>
    </>
  );
}

const delimiterName = (delimiter: string): string =>
  ({ ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' })[delimiter] ?? delimiter;

function firstDraft(read: Preview): MappingDraft {
  const name = read.fileName.replace(/\.(csv|txt|tsv|xlsx|gz|zip)$/gi, '');
  return draftMapping((read.suggestedMapping ?? {}) as GivenMapping, read.headers, {
    name,
    platform: read.platform ?? 'other',
  });
}
