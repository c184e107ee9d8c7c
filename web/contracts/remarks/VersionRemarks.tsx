import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { type Remark, threadsOf } from '../../fields/findings/remark.ts';
import { ThreadView } from '../../fields/findings/ThreadView.tsx';
import { Section } from '../../fields/HouseShow.tsx';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { useWhyNot } from '../../shell/me-context.ts';
import type { Version } from '../version.ts';
import { AnswerDialog } from './AnswerDialog.tsx';

/** What the anchor asked about a version, and what was answered. */
export function VersionRemarks({ version }: { version: Version }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [asked, setAsked] = useState<Remark>();
  const { data = [] } = useGetList<Remark>(
    'contract-remarks',
    {
      filter: { versionId: version.id },
      sort: { field: 'id', order: 'ASC' },
      pagination: { page: 1, perPage: 100 },
    },
    { enabled: version.sentAt !== null },
  );
  const threads = threadsOf(data);
  if (threads.length === 0) return null;
  return (
    <Section title="resources.findings.remark.title">
      {threads.map((thread) => (
        <ThreadView
          key={thread.remark.id}
          thread={thread}
          withClause
          actions={
            thread.remark.isOpen && (
              <ReasonButton
                variant="outlined"
                sx={{ mt: 1 }}
                reason={whyNot('contract-remarks.answer')}
                onClick={() => setAsked(thread.remark)}
              >
                {translate('resources.findings.remark.answer')}
              </ReasonButton>
            )
          }
        />
      ))}
      {asked && <AnswerDialog remark={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}
