import { Box } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { PAY_ENTRY_NAMES } from '../../api/domain/pay-entry.ts';
import type { StatementEntry } from '../../api/domain/statement.ts';
import { monthInWords } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useMe } from '../shell/me-context.ts';
import { DisputeButton } from './DisputeButton.tsx';

/** Pay and deductions that are no share of a line, each with its reason and its arithmetic. */
export function StatementEntries(props: { statementId: number; entries: readonly StatementEntry[] }) {
  const { statementId, entries } = props;
  const { role } = useMe();
  // The frozen document has no ids; the same entries with theirs are asked for where they can be disputed.
  const { data: numbered } = useAsk<{ id: number }[]>(
    `/statements/${statementId}/entries`,
    undefined,
    role === 'anchor',
  );
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const say = (words: { zh: string; en: string }) => (locale === 'en' ? words.en : words.zh);
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {entries.map((entry, index) => (
        <Box
          component="li"
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list never changes its order
          key={index}
          sx={{ px: 2, py: 1.25, borderTop: index === 0 ? 0 : 1, borderColor: 'divider' }}
        >
          <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between' }}>
            <Box sx={{ minWidth: 0, fontWeight: 500 }}>
              {say(PAY_ENTRY_NAMES[entry.kind])}
              <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, ml: 1 }}>
                {monthInWords(entry.concernsMonth, locale)}
              </Box>
            </Box>
            <Fen value={entry.amountFen} strong />
          </Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>{say(entry.explanation)}</Box>
          {numbered?.length === entries.length && (
            <Box sx={{ my: 0.5 }}>
              <DisputeButton
                statementId={statementId}
                target={{ payEntryId: numbered[index]!.id }}
                amountFen={entry.amountFen}
              />
            </Box>
          )}
          {entry.explanation.working && entry.explanation.working.length > 0 && (
            <Box component="details" sx={{ fontSize: '0.9rem' }}>
              <Box component="summary" sx={{ color: 'text.secondary', cursor: 'pointer' }}>
                {translate('resources.statements.entry.working')}
              </Box>
              <Box component="ol" sx={{ m: 0, pl: 3 }}>
                {entry.explanation.working.map((step) => (
                  <li key={step.zh}>{say(step)}</li>
                ))}
              </Box>
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
