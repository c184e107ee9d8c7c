import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { chinaTime } from '../day.ts';
import { StatusChip } from '../StatusChip.tsx';
import type { Remark, Thread } from './remark.ts';

/** A question or a request for a change, with what was answered; whether it still waits. */
export function ThreadView({
  thread,
  withClause,
  actions,
}: {
  thread: Thread;
  withClause?: boolean;
  actions?: ReactNode;
}) {
  const translate = useTranslate();
  const { remark, answers } = thread;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.findings.remark.${key}`, options);
  return (
    <Box component="article" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 650 }}>
          {word(`kind.${remark.kind}`)}
        </Typography>
        {withClause && (
          <span>
            {remark.clauseNo === null
              ? word('whole')
              : translate('resources.findings.clause', { no: remark.clauseNo })}
          </span>
        )}
        <StatusChip
          value={remark.isOpen ? 'open' : 'done'}
          tone={remark.isOpen ? 'wait' : 'good'}
          text={word(remark.isOpen ? 'waits' : 'answered')}
        />
      </Box>
      <Said remark={remark} />
      {answers.map((answer) => (
        <Box key={answer.id} sx={{ ml: 1, pl: 1.5, mt: 0.75, borderLeft: 3, borderColor: 'primary.light' }}>
          {answer.outcome && (
            <Typography component="span" sx={{ fontWeight: 650 }}>
              {word(`outcome.${answer.outcome}`)}
            </Typography>
          )}
          <Said remark={answer} />
        </Box>
      ))}
      {actions}
    </Box>
  );
}

function Said({ remark }: { remark: Remark }) {
  return (
    <>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{remark.body}</Typography>
      <Typography variant="body2" color="text.secondary">
        {[remark.authorName, chinaTime(remark.createdAt)].filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
}
