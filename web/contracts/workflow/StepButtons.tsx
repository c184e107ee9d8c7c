import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { whyNotActivate } from '../../../api/domain/terms.ts';
import { versionPath } from '../../fields/findings/use-of-version.ts';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { ReasonedVerb } from '../../fields/ReasonedVerb.tsx';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { useWhyNot } from '../../shell/me-context.ts';
import { usePlacedReason } from '../placed-words.ts';
import { useAnchorParty } from '../use-anchor-party.ts';
import { type Contract, draftOf, termsOfDraft, type Version } from '../version.ts';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import { refusalOf, STEPS_AT, type Workflow } from './workflow.ts';

interface StepButtonsProps {
  contract: Contract;
  version: Version;
  workflow: Workflow;
}

/** What can be done at this stage; refused, it stays and says why. */
export function StepButtons({ contract, version, workflow }: StepButtonsProps) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [dialog, setDialog] = useState<'acknowledge' | 'record-paper'>();
  const place = versionPath(contract.id, version.id);
  const word = (key: string) => translate(`resources.contracts.workflow.${key}`);
  const steps = STEPS_AT[version.displayStage] ?? [];
  const plain = (step: 'submit' | 'send', action: string) => (
    <VerbButton
      variant="contained"
      action={action}
      reason={refusalOf(workflow, step)}
      ask={{ title: word(`step.${step}`), text: word(`ask.${step}`) }}
      work={(provider) => provider.send('POST', `${place}/${step}`, {})}
    >
      {word(`step.${step}`)}
    </VerbButton>
  );
  const reasoned = (step: 'return' | 'withdraw') => (
    <ReasonedVerb
      variant="outlined"
      action="contracts.clear"
      reason={refusalOf(workflow, step)}
      ask={{ title: word(`step.${step}`), text: word(`ask.${step}`), field: word('whyField') }}
      work={(provider, reason) => provider.send('POST', `${place}/${step}`, { reason })}
    >
      {word(`step.${step}`)}
    </ReasonedVerb>
  );
  const opening = (step: 'acknowledge' | 'record-paper', action: string) => (
    <ReasonButton
      variant={step === 'acknowledge' ? 'contained' : 'outlined'}
      reason={whyNot(action) ?? refusalOf(workflow, step)}
      onClick={() => setDialog(step)}
    >
      {word(`step.${step}`)}
    </ReasonButton>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }} className="no-print">
      {steps.includes('return') && reasoned('return')}
      {steps.includes('withdraw') && reasoned('withdraw')}
      {steps.includes('submit') && plain('submit', 'contracts.submit')}
      {steps.includes('send') && plain('send', 'contracts.clear')}
      {steps.includes('record-paper') && opening('record-paper', 'contracts.record-paper')}
      {steps.includes('acknowledge') && opening('acknowledge', 'contracts.acknowledge')}
      {steps.includes('activate') && <Activate contract={contract} version={version} workflow={workflow} />}
      {dialog === 'acknowledge' && <AcknowledgeDialog place={place} onClose={() => setDialog(undefined)} />}
      {dialog === 'record-paper' && (
        <PaperDialog contract={contract} place={place} onClose={() => setDialog(undefined)} />
      )}
    </Box>
  );
}

/** Into force: the terms must hold together as well as the way be complete. */
function Activate({ contract, version, workflow }: StepButtonsProps) {
  const translate = useTranslate();
  const inWords = usePlacedReason();
  const party = useAnchorParty(contract);
  const problem = party && whyNotActivate(termsOfDraft(draftOf(version)), party.id);
  const word = (key: string) => translate(`resources.contracts.${key}`);
  return (
    <VerbButton
      variant="contained"
      action="contracts.activate"
      reason={refusalOf(workflow, 'activate') ?? (problem && inWords(problem))}
      ask={{ title: word('activate'), text: word('activateAsk') }}
      work={(provider) => provider.send('POST', `${versionPath(contract.id, version.id)}/activate`, {})}
      success="resources.contracts.activated"
    >
      {word('activate')}
    </VerbButton>
  );
}
