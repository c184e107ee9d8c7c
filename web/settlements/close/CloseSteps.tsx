import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ConfirmationRow } from '../../fields/confirmation.ts';
import { yuan } from '../../fields/FenField.tsx';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { NamedLink } from '../../fields/RowLink.tsx';
import { useWord } from '../../fields/use-word.ts';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { useWhyNot } from '../../shell/me-context.ts';
import { IssueButton } from '../IssueButton.tsx';
import type { SettlementMonth } from '../run-result.ts';
import { CloseStep } from './CloseStep.tsx';
import { Confirmations } from './Confirmations.tsx';
import { closeSteps } from './close-steps.ts';
import { PayPreviewView } from './PayPreviewView.tsx';
import type { BatchOfMonth, PayPreview, TaxPreview } from './previews.ts';
import { TaxPreviewView } from './TaxPreviewView.tsx';

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  isFetching: boolean;
}

/** The ten steps; each says what it found and what to press. */
export function CloseSteps(props: {
  month: SettlementMonth;
  pay: Asked<PayPreview>;
  tax: Asked<TaxPreview>;
  confirmations: ConfirmationRow[];
  /** Of statements of the month, which may be more than were fetched. */
  total: number;
  batches: BatchOfMonth[];
}) {
  const { month, pay, tax, confirmations, total, batches } = props;
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const word = useWord('resources.settlements.close');
  const states = closeSteps({
    month,
    tax: tax.data ? { withholdsTax: tax.data.withholdsTax, refused: tax.data.refused.length } : null,
    confirmations,
    batches,
  });
  const notSent = confirmations.filter(({ state }) => state === 'not_sent').length;
  const disputed = confirmations.filter(({ openDisputes }) => openDisputes > 0);
  const filterOf = (filter: object) => new URLSearchParams({ filter: JSON.stringify(filter) });
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      <CloseStep
        name="settle"
        state={states.settle}
        said={word('said.settle', {
          settled: month.settledLines.toLocaleString('en'),
          open: month.openLines.toLocaleString('en'),
        })}
        action={
          states.settle === 'now' && (
            <ReasonButton
              variant="contained"
              to={`/settlements/run?month=${month.month}`}
              reason={whyNot('settlements.run')}
            >
              {translate('resources.settlements.run.start')}
            </ReasonButton>
          )
        }
      />
      <CloseStep
        name="pay"
        state={states.pay}
        said={
          pay.data && !month.closed
            ? word(pay.data.anchors.length > 0 ? 'said.pay' : 'said.payNone', {
                count: pay.data.anchors.length,
              })
            : undefined
        }
        isWaiting={pay.isFetching}
        error={pay.error}
      >
        {pay.data && !month.closed && pay.data.anchors.length > 0 && <PayPreviewView preview={pay.data} />}
      </CloseStep>
      <CloseStep
        name="tax"
        state={states.tax}
        said={states.tax === 'off' ? word('said.taxOff') : undefined}
        isWaiting={tax.isFetching}
        error={tax.error}
      >
        {tax.data?.withholdsTax && !month.closed && <TaxPreviewView preview={tax.data} />}
      </CloseStep>
      <CloseStep
        name="issue"
        state={states.issue}
        said={month.closed ? word('said.issued', { count: month.statements }) : word('said.issue')}
        action={
          month.closed ? (
            <ReasonButton variant="outlined" to={`/statements?${filterOf({ month: month.month })}`}>
              {translate('resources.statements.name')}
            </ReasonButton>
          ) : (
            states.issue === 'now' && <IssueButton month={month} variant="contained" stay />
          )
        }
      />
      <CloseStep
        name="send"
        state={states.send}
        said={
          month.closed
            ? word(notSent > 0 ? 'said.notSent' : 'said.sent', { count: notSent > 0 ? notSent : total })
            : undefined
        }
        action={
          states.send === 'now' && (
            <VerbButton
              action="statements.send"
              variant="contained"
              ask={{ title: word('send'), text: word('sendAsk', { count: notSent }) }}
              work={(provider) => provider.send('POST', '/statements/send', { month: month.month })}
              success="resources.settlements.close.sentDone"
            >
              {word('send')}
            </VerbButton>
          )
        }
      />
      <CloseStep
        name="confirm"
        state={states.confirm}
        said={
          month.closed
            ? word('said.confirm', {
                confirmed: confirmations.filter(({ state }) => /confirmed|silence/.test(state)).length,
                of: total,
                disputed: disputed.length,
              })
            : undefined
        }
        action={
          disputed.length > 0 && (
            <ReasonButton variant="contained" to={`/disputes?${filterOf({ month: month.month })}`}>
              {word('toDisputes')}
            </ReasonButton>
          )
        }
      >
        {month.closed && <Confirmations rows={confirmations} total={total} month={month.month} />}
      </CloseStep>
      <CloseStep
        name="batch"
        state={states.batch}
        said={batches.length === 0 ? undefined : word('said.batch', { smart_count: batches.length })}
        action={
          states.batch !== 'later' && (
            <ReasonButton
              variant={batches.length === 0 ? 'contained' : 'outlined'}
              to={`/payout-batches/create?month=${month.month}`}
              reason={whyNot('payout-batches.prepare')}
            >
              {word('toBatch')}
            </ReasonButton>
          )
        }
      >
        {batches.map((batch) => (
          <Box key={batch.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, py: 0.5 }}>
            <NamedLink resource="payout-batches" id={batch.id}>
              {batch.no}
            </NamedLink>
            {translate(`resources.payout-batches.values.status.${batch.status}`)}
            <span>
              {batch.itemCount} · {yuan(batch.totalFen)}
            </span>
          </Box>
        ))}
      </CloseStep>
      <CloseStep
        name="file"
        state={states.file}
        said={states.file === 'now' ? word('said.file') : undefined}
      />
      <CloseStep
        name="return"
        state={states.return}
        said={states.return === 'now' ? word('said.return') : undefined}
      />
      <CloseStep
        name="done"
        state={states.done}
        isLast
        said={states.done === 'done' ? word('said.done') : undefined}
        action={
          states.done === 'done' && (
            <ReasonButton variant="outlined" to="/books">
              {translate('resources.books.name')}
            </ReasonButton>
          )
        }
      />
    </Box>
  );
}
