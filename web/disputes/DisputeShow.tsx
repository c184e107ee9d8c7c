import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { DisputeChip } from '../fields/ConfirmationChip.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { FenField } from '../fields/FenField.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { WhyDrawer } from '../fields/WhyDrawer.tsx';
import { useMe } from '../shell/me-context.ts';
import { DisputeVerbs } from './DisputeVerbs.tsx';
import type { Dispute } from './dispute.ts';
import { Reply } from './Reply.tsx';
import { Thread } from './Thread.tsx';

/** One dispute: what it is about, everything said, and what both sides can do next. */
export function DisputeShow() {
  return (
    <HouseShow editAction={null} actions={<DisputeVerbs />}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const dispute = useRecordContext<Dispute>();
  const translate = useTranslate();
  const own = useMe().role === 'anchor';
  const [why, setWhy] = useState(false);
  if (!dispute?.answers) return <Waiting />;
  const { lineId, seq } = dispute;
  return (
    <>
      <Section>
        <Box sx={{ fontWeight: 650, mb: 1.5, overflowWrap: 'anywhere' }}>{dispute.label}</Box>
        <Facts>
          <Fact source="state">
            <DisputeChip state={dispute.state} />
          </Fact>
          <Fact source="amountFen">
            <FenField source="amountFen" strong />
          </Fact>
          <Fact source="heldFen">
            <FenField source="heldFen" />
          </Fact>
          {!own && (
            <Fact source="anchorName">
              <NamedLink resource="anchors" id={dispute.anchorId}>
                {dispute.anchorName}
              </NamedLink>
            </Fact>
          )}
          <Fact source="statementNo">
            <NamedLink resource="statements" id={dispute.statementId}>
              {dispute.statementNo}
            </NamedLink>
          </Fact>
        </Facts>
        {lineId !== null && seq !== null && (
          <>
            <Button sx={{ mt: 1, ml: -0.75 }} onClick={() => setWhy(true)}>
              {translate('resources.statements.line.why')}
            </Button>
            <WhyDrawer line={why ? { lineId, seq } : undefined} onClose={() => setWhy(false)} />
          </>
        )}
      </Section>
      <Section title="resources.disputes.thread">
        <Thread dispute={dispute} />
        <Reply dispute={dispute} />
      </Section>
    </>
  );
}
