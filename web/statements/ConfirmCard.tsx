import { Alert, Box, Typography } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import { ConfirmationChip, DisputeChip } from '../fields/ConfirmationChip.tsx';
import type { Confirmation, DisputeRow } from '../fields/confirmation.ts';
import { chinaTime } from '../fields/day.ts';
import { Fen, yuan } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useAsk } from '../fields/use-ask.ts';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe } from '../shell/me-context.ts';
import type { Statement } from './statement-record.ts';

export const useConfirmation = (statementId: number) =>
  useAsk<Confirmation>(`/statements/${statementId}/confirmation`);

/** Where a statement stands with its anchor: confirmed, waited for until when, disputed; what that holds and what is paid anyway. */
export function ConfirmCard({ statement }: { statement: Statement }) {
  const translate = useTranslate();
  const word = useWord('resources.statements.confirm');
  const { data } = useConfirmation(statement.id);
  if (!data) return null;
  return (
    <Section title="resources.statements.confirm.title" actions={<ConfirmationChip state={data.state} />}>
      <Typography>
        <Sentence confirmation={data} />
      </Typography>
      {data.silence && data.answers.length === 0 && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {word('silenceClause', {
            no: data.silence.contractNo,
            clause: data.silence.clauseNo.replace(/^§/, ''),
          })}
          <Box component="blockquote" sx={{ m: 0, mt: 0.5, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
            {data.silence.clauseText}
          </Box>
        </Alert>
      )}
      {data.heldFen > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {word('held', { held: yuan(data.heldFen), rest: yuan(statement.payableFen - data.heldFen) })}
        </Alert>
      )}
      <Disputes statementId={statement.id} />
      <ConfirmButton statement={statement} confirmation={data} />
      {data.reminders.length > 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('resources.statements.confirm.reminded', {
            at: data.reminders.map(({ at }) => chinaTime(at)).join('、'),
          })}
        </Typography>
      )}
    </Section>
  );
}

function Sentence({ confirmation }: { confirmation: Confirmation }) {
  const word = useWord('resources.statements.confirm');
  const own = useMe().role === 'anchor';
  const { state, answerUntil, answers } = confirmation;
  const until = chinaTime(answerUntil) ?? '—';
  const answer = answers[0];
  if (state === 'not_sent') return word(own ? 'ownNotSent' : 'notSent');
  if (answer) return word(answer.kind, { name: answer.byName ?? '', at: chinaTime(answer.at) ?? '' });
  if (state === 'disputed') return word(own ? 'ownDisputed' : 'disputed', { until });
  if (state === 'overdue') return word(own ? 'ownOverdue' : 'overdue', { until });
  return word(own ? 'ownOpen' : 'open', { until, sent: chinaTime(confirmation.sentAt) ?? '' });
}

/** One tap: what was seen is what is confirmed, by the hash of the content. */
function ConfirmButton({ statement, confirmation }: { statement: Statement; confirmation: Confirmation }) {
  const word = useWord('resources.statements.confirm');
  const { role } = useMe();
  const { confirm } = confirmation.refusal;
  if (role !== 'anchor' || confirmation.answers.length > 0 || confirmation.state === 'not_sent') return null;
  return (
    <VerbButton
      action="statements.confirm"
      reason={confirm ?? undefined}
      variant="contained"
      size="large"
      fullWidth
      sx={{ mt: 1.5 }}
      work={(provider) =>
        provider.verb('statements', statement.id, 'confirm', { contentSha256: statement.contentSha256 })
      }
      success="resources.statements.confirm.done"
    >
      {word('button')}
    </VerbButton>
  );
}

function Disputes({ statementId }: { statementId: number }) {
  const { data = [] } = useGetList<DisputeRow>('disputes', {
    filter: { statementId },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'id', order: 'DESC' },
  });
  if (data.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}>
      {data.map((dispute) => (
        <Box
          component="li"
          key={dispute.id}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 1.5,
            py: 0.75,
            borderTop: 1,
            borderColor: 'divider',
            alignItems: 'center',
            minHeight: 44,
          }}
        >
          <Box sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>
            <NamedLink resource="disputes" id={dispute.id}>
              {dispute.label}
            </NamedLink>
          </Box>
          <DisputeChip state={dispute.state} />
          <Fen value={dispute.amountFen} />
        </Box>
      ))}
    </Box>
  );
}
