import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { DayField } from '../fields/DayField.tsx';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { useMe } from '../shell/me-context.ts';
import { DueRow } from './DueRow.tsx';
import type { ContractPromise } from './promise.ts';
import { Scores } from './Scores.tsx';
import { useAmount } from './use-amount.ts';

/** One promise: what it says, and for each day it is due what was delivered, with the evidence. */
export function PromiseShow() {
  const { can } = useMe();
  const mayEdit = can.includes('contract-promises.edit');
  return (
    <HouseShow editAction={mayEdit ? 'contract-promises.edit' : null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const promise = useRecordContext<ContractPromise>();
  const translate = useTranslate();
  const amount = useAmount();
  const { role } = useMe();
  // Coming from a list, its row stands in until the whole record is here.
  if (!promise?.dues) return <Waiting />;
  const dues = [...promise.dues].sort((a, b) => b.dueOn.localeCompare(a.dueOn));
  return (
    <>
      <Section title="resources.contract-promises.section.promise">
        <Typography sx={{ mb: 1.5, fontWeight: 650 }}>{promise.title}</Typography>
        <Facts>
          {role !== 'anchor' && (
            <Fact source="anchorName">
              <NamedLink resource="anchors" id={promise.anchorId}>
                {promise.anchorName}
              </NamedLink>
            </Fact>
          )}
          <Fact source="contractNo">
            <NamedLink resource="contracts" id={promise.contractId}>
              {promise.contractNo}
            </NamedLink>
          </Fact>
          <Fact source="clauseNo" />
          <Fact source="kind">
            <ChoiceField source="kind" />
          </Fact>
          <Fact source="target">{promise.target === null ? '—' : amount(promise.target, promise.unit)}</Fact>
          <Fact source="cadence">
            <ChoiceField source="cadence" />
          </Fact>
          <Fact source="startsOn">
            <DayField source="startsOn" />
          </Fact>
          <Fact source="endsOn">
            <DayField source="endsOn" />
          </Fact>
          {role !== 'anchor' && <Fact source="note" wide />}
        </Facts>
      </Section>
      <Section title="resources.contract-promises.section.dues" flush>
        {dues.length === 0 && <EmptyState dense text={translate('resources.contract-promises.nothingDue')} />}
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {dues.map((due) => (
            <DueRow key={due.dueOn} promise={promise} due={due} />
          ))}
        </Box>
      </Section>
      <Scores filter={{ contractId: promise.contractId }} />
    </>
  );
}
