import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { whyNotApprove, whyNotCancel, whyNotPay } from '../../api/domain/payout.ts';
import { useMe } from '../shell/me-context.ts';
import { yuan } from './FenField.tsx';
import type { Payout } from './payout.ts';
import { StepUpVerb } from './StepUpVerb.tsx';
import { usePayoutReason } from './use-payout-reason.ts';
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
      <StepUpVerb
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
      </StepUpVerb>
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
  const inWords = usePayoutReason();
  const [bankReference, setBankReference] = useState('');
  const text = bankReference.trim();
  return (
    <StepUpVerb
      action="payouts.pay"
      reason={inWords(whyNotPay(payout))}
      ask={{
        title: translate('resources.payouts.verb.pay'),
        text: translate('resources.payouts.ask.pay', {
          amount: yuan(payout.amountFen),
          name: payout.payee.accountName,
          tail: payout.payee.tail,
        }),
      }}
      choices={
        <TextField
          autoFocus
          required
          sx={{ mt: 2 }}
          label={translate('resources.payouts.fields.bankReference')}
          helperText={translate('resources.payouts.bankReferenceHelp')}
          value={bankReference}
          onChange={(event) => setBankReference(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
      }
      isIncomplete={text === ''}
      work={(provider) => provider.verb('payouts', payout.id, 'pay', { bankReference: text })}
      success="resources.payouts.done.pay"
      variant={payout.status === 'approved' ? 'contained' : 'outlined'}
    >
      {translate('resources.payouts.verb.pay')}
    </StepUpVerb>
  );
}
