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
import { useTranslate } from 'react-admin';
import { whyNotApprove, whyNotCancel, whyNotPay } from '../../api/domain/payout.ts';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { yuan } from './FenField.tsx';
import type { Payout } from './payout.ts';
import { ReasonButton } from './ReasonButton.tsx';
import { usePayoutReason } from './use-payout-reason.ts';
import { useVerb } from './use-verb.ts';
import { VerbButton } from './VerbButton.tsx';

/** What can be done with a payout next; what is refused stays in place and says why. */
export function PayoutVerbs({ payout }: { payout: Payout }) {
  const translate = useTranslate();
  const me = useMe();
  const inWords = usePayoutReason();
  if (me.role === 'anchor' || !['prepared', 'approved'].includes(payout.status)) return null;
  const facts = { amount: yuan(payout.amountFen), name: payout.anchorName };
  return (
    <>
      <VerbButton
        action="payouts.approve"
        reason={inWords(whyNotApprove(payout, { userId: me.id }))}
        ask={{
          title: translate('resources.payouts.verb.approve'),
          text: translate('resources.payouts.ask.approve', facts),
        }}
        work={(provider) => provider.verb('payouts', payout.id, 'approve')}
        success="resources.payouts.done.approve"
        variant={payout.status === 'prepared' ? 'contained' : 'outlined'}
      >
        {translate('resources.payouts.verb.approve')}
      </VerbButton>
      <PayButton payout={payout} />
      <VerbButton
        action="payouts.cancel"
        reason={inWords(whyNotCancel(payout))}
        ask={{
          title: translate('resources.payouts.verb.cancel'),
          text: translate('resources.payouts.ask.cancel', facts),
        }}
        work={(provider) => provider.verb('payouts', payout.id, 'cancel')}
        success="resources.payouts.done.cancel"
        color="error"
      >
        {translate('resources.payouts.verb.cancel')}
      </VerbButton>
    </>
  );
}

/** Paid at the bank: asks for the bank's own reference, by which the transfer is found again. */
function PayButton({ payout }: { payout: Payout }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const inWords = usePayoutReason();
  const { run, busy } = useVerb();
  const [open, setOpen] = useState(false);
  const [bankReference, setBankReference] = useState('');
  const text = bankReference.trim();
  const pay = () =>
    run((provider) => provider.verb('payouts', payout.id, 'pay', { bankReference: text }), {
      success: 'resources.payouts.done.pay',
      onDone: () => setOpen(false),
    });
  return (
    <>
      <ReasonButton
        reason={whyNot('payouts.pay') ?? inWords(whyNotPay(payout))}
        variant={payout.status === 'approved' ? 'contained' : 'outlined'}
        onClick={() => setOpen(true)}
      >
        {translate('resources.payouts.verb.pay')}
      </ReasonButton>
      <Dialog open={open} onClose={() => setOpen(false)} fullWidth maxWidth="xs">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text && !busy) void pay();
          }}
        >
          <DialogTitle>{translate('resources.payouts.verb.pay')}</DialogTitle>
          <DialogContent>
            <DialogContentText>
              {translate('resources.payouts.ask.pay', {
                amount: yuan(payout.amountFen),
                name: payout.payee.accountName,
                tail: payout.payee.tail,
              })}
            </DialogContentText>
            <TextField
              autoFocus
              required
              label={translate('resources.payouts.fields.bankReference')}
              helperText={translate('resources.payouts.bankReferenceHelp')}
              value={bankReference}
              onChange={(event) => setBankReference(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={busy || text === ''}>
              {translate('resources.payouts.verb.pay')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
