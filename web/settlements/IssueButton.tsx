import { useLocaleState, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { openMonthsBefore } from '../../api/domain/open-months.ts';
import { monthInWords } from '../fields/day.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import type { SettlementMonth } from './run-result.ts';
import { useMonths } from './use-months.ts';

/** Issues the statements of a month and closes it; what comes later is settled in the next open month. */
export function IssueButton(props: {
  month: SettlementMonth;
  variant?: 'contained';
  /** Stay on the page instead of going to the statements. */
  stay?: boolean;
}) {
  const { month, variant, stay } = props;
  const translate = useTranslate();
  const navigate = useNavigate();
  const [locale] = useLocaleState();
  const { data: months } = useMonths();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.settlements.issue.${key}`, options);
  const reason = month.closed ? word('closed') : month.runs === 0 ? word('notSettled') : undefined;
  return (
    <VerbButton
      action="statements.issue"
      reason={reason}
      variant={variant}
      ask={{
        title: word('verb'),
        text: [
          ...openMonthsBefore(months ?? [], month.month).map((one) =>
            word('askEarlier', {
              month: monthInWords(one.month, locale),
              count: one.openLines.toLocaleString('en'),
            }),
          ),
          word(month.openLines > 0 ? 'askOpen' : 'ask', {
            month: monthInWords(month.month, locale),
            count: month.openLines,
          }),
        ].join(' '),
      }}
      work={(provider) => provider.send('POST', '/statements/issue', { month: month.month })}
      success="resources.settlements.issue.done"
      onDone={() =>
        !stay &&
        navigate(`/statements?${new URLSearchParams({ filter: JSON.stringify({ month: month.month }) })}`)
      }
    >
      {word('verb')}
    </VerbButton>
  );
}
