import { Alert } from '@mui/material';
import { useRecordContext } from 'react-admin';
import {
  whyNotApproveChange,
  whyNotRefuseChange,
  whyNotWithdrawChange,
} from '../../api/domain/payee-change.ts';
import { InstantField } from '../fields/DayField.tsx';
import { chinaTime } from '../fields/day.ts';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { StepUpVerb } from '../fields/StepUpVerb.tsx';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe } from '../shell/me-context.ts';
import { ChangeChip } from './ChangeList.tsx';
import type { PayeeChange } from './change.ts';

/** A change of payee: asked for by one, approved by another, in force a day later. */
export function ChangeShow() {
  return (
    <HouseShow editAction={null} actions={<Verbs />}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const change = useRecordContext<PayeeChange>();
  const word = useWord('resources.payee-changes');
  if (!change) return null;
  return (
    <>
      {change.state === 'approved' && (
        <Alert severity="info">{word('waiting', { at: chinaTime(change.effectiveAt) ?? '' })}</Alert>
      )}
      <Section>
        <Facts>
          <Fact source="anchorName" />
          <Fact source="state">
            <ChangeChip state={change.state} />
          </Fact>
          <Fact source="kind">{word(`values.kind.${change.kind}`)}</Fact>
          <Fact source="accountName" />
          <Fact source="bankName" />
          <Fact source="tail">{word('tail', { tail: change.tail })}</Fact>
          <Fact source="reason" wide />
          <Fact source="requestedByName" />
          <Fact source="requestedAt">
            <InstantField source="requestedAt" />
          </Fact>
          <Fact source="decidedByName" />
          <Fact source="decidedAt">
            <InstantField source="decidedAt" />
          </Fact>
          <Fact source="effectiveAt">
            <InstantField source="effectiveAt" />
          </Fact>
          {change.decisionReason && <Fact source="decisionReason" wide />}
        </Facts>
      </Section>
    </>
  );
}

function Verbs() {
  const change = useRecordContext<PayeeChange>();
  const word = useWord('resources.payee-changes');
  const me = useMe();
  if (!change || !['requested', 'approved'].includes(change.state)) return null;
  const work = (verb: string) => (provider: Parameters<Parameters<typeof StepUpVerb>[0]['work']>[0]) =>
    provider.verb('payee-changes', change.id, verb);
  return (
    <>
      {me.role !== 'anchor' && change.state === 'requested' && (
        <StepUpVerb
          action="payee-changes.approve"
          variant="contained"
          reason={whyNotApproveChange(change, me.id)}
          ask={{
            title: word('verb.approve'),
            text: word('ask.approve', { name: change.accountName, bank: change.bankName, tail: change.tail }),
          }}
          work={work('approve')}
          success="resources.payee-changes.done.approve"
        >
          {word('verb.approve')}
        </StepUpVerb>
      )}
      {me.role !== 'anchor' && (
        <ReasonedVerb
          action="payee-changes.approve"
          variant="outlined"
          reason={whyNotRefuseChange(change)}
          ask={{ title: word('verb.refuse'), field: word('fields.decisionReason') }}
          work={(provider, reason) => provider.verb('payee-changes', change.id, 'refuse', { reason })}
          success="resources.payee-changes.done.refuse"
        >
          {word('verb.refuse')}
        </ReasonedVerb>
      )}
      <VerbButton
        action="payee-changes.request"
        reason={whyNotWithdrawChange(change, me.id)}
        ask={{ title: word('verb.withdraw'), text: word('ask.withdraw') }}
        work={work('withdraw')}
        success="resources.payee-changes.done.withdraw"
      >
        {word('verb.withdraw')}
      </VerbButton>
    </>
  );
}
