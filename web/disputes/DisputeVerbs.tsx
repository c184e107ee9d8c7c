import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { whyNotApproveOutcome, whyNotDecide, whyNotWithdrawDispute } from '../../api/domain/dispute.ts';
import { AmountText, fenOfText } from '../fields/AmountText.tsx';
import { hundredthsText } from '../fields/exact.ts';
import { yuan } from '../fields/FenField.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import type { Dispute } from './dispute.ts';

/** The anchor takes it back; finance upholds or rejects; a second person approves what was proposed. */
export function DisputeVerbs() {
  const dispute = useRecordContext<Dispute>();
  const word = useWord('resources.disputes');
  const me = useMe();
  if (!dispute?.answers || ['upheld', 'rejected', 'withdrawn'].includes(dispute.state)) return null;
  const verb = (name: string) => `resources.disputes.done.${name}`;
  if (me.role === 'anchor')
    return (
      <VerbButton
        action="disputes.create"
        reason={whyNotWithdrawDispute(dispute)}
        ask={{ title: word('verb.withdraw'), text: word('ask.withdraw') }}
        work={(provider) => provider.verb('disputes', dispute.id, 'withdraw')}
        success={verb('withdraw')}
      >
        {word('verb.withdraw')}
      </VerbButton>
    );
  const facts = { state: dispute.state, proposedBy: dispute.proposal?.proposedBy ?? null };
  return dispute.state === 'proposed' ? (
    <>
      <VerbButton
        action="disputes.approve"
        variant="contained"
        reason={whyNotApproveOutcome(facts, me.id)}
        ask={{
          title: word('verb.approve'),
          text: word('ask.approve', { amount: yuan(dispute.proposal!.adjustmentFen) }),
        }}
        work={(provider) => provider.verb('disputes', dispute.id, 'approve')}
        success={verb('approve')}
      >
        {word('verb.approve')}
      </VerbButton>
      <ReasonedVerb
        action="disputes.approve"
        variant="outlined"
        reason={whyNotApproveOutcome(facts, me.id)}
        ask={{ title: word('verb.decline'), field: word('fields.reason') }}
        work={(provider, reason) => provider.verb('disputes', dispute.id, 'decline', { reason })}
        success={verb('decline')}
      >
        {word('verb.decline')}
      </ReasonedVerb>
    </>
  ) : (
    <>
      <Uphold dispute={dispute} />
      <ReasonedVerb
        action="disputes.decide"
        variant="outlined"
        reason={whyNotDecide(dispute)}
        ask={{ title: word('verb.reject'), text: word('ask.reject'), field: word('fields.reason') }}
        work={(provider, reason) => provider.verb('disputes', dispute.id, 'reject', { reason })}
        success={verb('reject')}
      >
        {word('verb.reject')}
      </ReasonedVerb>
    </>
  );
}

function Uphold({ dispute }: { dispute: Dispute }) {
  const word = useWord('resources.disputes');
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(hundredthsText(dispute.amountFen));
  const [reason, setReason] = useState('');
  const adjustmentFen = fenOfText(typed);
  const send = () =>
    run(
      (provider) => provider.verb('disputes', dispute.id, 'uphold', { adjustmentFen, reason: reason.trim() }),
      { success: 'resources.disputes.done.uphold', onDone: () => setOpen(false) },
    );
  return (
    <>
      <ReasonButton
        variant="contained"
        reason={whyNot('disputes.decide') ?? whyNotDecide(dispute)}
        onClick={() => setOpen(true)}
      >
        {word('verb.uphold')}
      </ReasonButton>
      <Dialog open={open} onClose={() => setOpen(false)} fullWidth maxWidth="sm" aria-labelledby="uphold">
        <DialogTitle id="uphold">{word('verb.uphold')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{word('ask.uphold')}</DialogContentText>
          <AmountText required label={word('fields.adjustmentFen')} value={typed} onChange={setTyped} />
          <TextField
            required
            multiline
            minRows={2}
            label={word('fields.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
          <Button
            variant="contained"
            disabled={busy || !adjustmentFen || reason.trim() === ''}
            onClick={() => void send()}
          >
            {word('verb.uphold')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
