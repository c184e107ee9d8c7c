import { Box, Button, Typography } from '@mui/material';
import { useGetOne, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { whyNotPrepare } from '../../api/domain/payout.ts';
import { yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { PayoutChip } from '../fields/PayoutChip.tsx';
import { PayoutVerbs } from '../fields/PayoutVerbs.tsx';
import { PayoutWay } from '../fields/PayoutWay.tsx';
import type { Payout } from '../fields/payout.ts';
import { payoutStateOf } from '../fields/payout-state.ts';
import { usePayoutReason } from '../fields/use-payout-reason.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe } from '../shell/me-context.ts';
import type { Statement } from './statement-record.ts';

/** Where the payment of this statement stands, and what can be done next. */
export function PayoutCard({ statement }: { statement: Statement }) {
  const translate = useTranslate();
  const { can } = useMe();
  const state = payoutStateOf(statement);
  const { data: payout } = useGetOne<Payout>(
    'payouts',
    { id: statement.payoutId! },
    { enabled: statement.payoutId !== null && can.includes('payouts.show'), retry: false },
  );
  return (
    <Section title="resources.statements.section.payout" actions={<PayoutChip state={state} />}>
      {payout ? (
        <PayoutWay payout={payout} />
      ) : (
        <Typography color="text.secondary" sx={{ mb: 1.5 }}>
          {state === 'none' && translate('resources.statements.notPrepared')}
          {state === 'nothing' && translate('resources.statements.nothingToPay')}
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {(!payout || ['cancelled', 'returned'].includes(payout.status)) && (
          <PrepareButton statement={statement} payout={payout} />
        )}
        {payout && <PayoutVerbs payout={payout} />}
        {payout && (
          <Button component={Link} to={`/payouts/${payout.id}/show`}>
            {translate('resources.statements.openPayout')}
          </Button>
        )}
      </Box>
    </Section>
  );
}

function PrepareButton({ statement, payout }: { statement: Statement; payout: Payout | undefined }) {
  const translate = useTranslate();
  const { role } = useMe();
  const inWords = usePayoutReason();
  if (role === 'anchor') return null;
  return (
    <VerbButton
      action="payouts.prepare"
      reason={inWords(whyNotPrepare(statement, payout))}
      variant="contained"
      ask={{
        title: translate('resources.statements.prepare'),
        text: translate('resources.statements.prepareAsk', {
          no: statement.no,
          amount: yuan(statement.payableFen),
          name: statement.document.anchor.payee ?? translate('resources.statements.noPayee'),
        }),
      }}
      work={(provider) => provider.send('POST', '/payouts', { statementId: statement.id })}
      success="resources.statements.prepared"
    >
      {translate('resources.statements.prepare')}
    </VerbButton>
  );
}
