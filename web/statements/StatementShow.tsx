import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { Instant, MonthField } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { PdfPreview } from '../fields/PdfPreview.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StatusField } from '../fields/StatusChip.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { Waterfall } from '../fields/Waterfall.tsx';
import { WhyDrawer } from '../fields/WhyDrawer.tsx';
import { useMe } from '../shell/me-context.ts';
import { ConfirmCard } from './ConfirmCard.tsx';
import { DisputeButton } from './DisputeButton.tsx';
import { PayoutCard } from './PayoutCard.tsx';
import { StatementEntries } from './StatementEntries.tsx';
import { StatementGroups } from './StatementGroups.tsx';
import { StatementLines } from './StatementLines.tsx';
import { StatementReversals } from './StatementReversals.tsx';
import type { OpenWhy, Statement } from './statement-record.ts';

/** A month's statement: what is paid, where it comes from, and why each line is what it is. */
export function StatementShow() {
  return (
    <HouseShow editAction={null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const statement = useRecordContext<Statement>();
  const [line, setLine] = useState<Parameters<OpenWhy>[0]>();
  // Coming from a list, its row stands in until the whole statement is here.
  if (!statement?.document) return <Waiting />;
  const { document } = statement;
  return (
    <>
      <Head statement={statement} />
      <ConfirmCard statement={statement} />
      <Section title="resources.statements.section.waterfall">
        <Waterfall sums={document.summary} />
      </Section>
      <Section title="resources.statements.section.groups" flush>
        <StatementGroups statement={statement} onWhy={setLine} />
      </Section>
      {document.reversals.length > 0 && (
        <Section title="resources.statements.section.reversals" flush>
          <StatementReversals reversals={document.reversals} />
        </Section>
      )}
      {document.entries && document.entries.length > 0 && (
        <Section title="resources.statements.section.entries" flush>
          <StatementEntries statementId={statement.id} entries={document.entries} />
        </Section>
      )}
      <Section title="resources.statements.section.lines" flush>
        <StatementLines statementId={statement.id} onWhy={setLine} />
      </Section>
      <Section title="resources.statements.section.pdf">
        <PdfPreview path={`/statements/${statement.id}/pdf`} fileName={`${statement.no}.pdf`} />
      </Section>
      <Papers />
      <WhyDrawer
        line={line}
        onClose={() => setLine(undefined)}
        footer={
          line && <DisputeButton statementId={statement.id} target={{ lineId: line.lineId, seq: line.seq }} />
        }
      />
    </>
  );
}

/** The amount first, then who and when; the payout stands beside it. */
function Head({ statement }: { statement: Statement }) {
  const translate = useTranslate();
  const own = useMe().role === 'anchor';
  const carried = statement.closingFen < 0;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      <Section>
        <Typography color="text.secondary">
          {translate(`resources.statements.${carried ? 'carried' : 'payable'}`)}
        </Typography>
        <Fen
          value={carried ? statement.closingFen : statement.payableFen}
          strong
          sx={{ fontSize: '2.1rem', lineHeight: 1.3 }}
        />
        <Box sx={{ mt: 1 }}>
          <Facts>
            {!own && (
              <Fact source="anchorName">
                <NamedLink resource="anchors" id={statement.anchorId}>
                  {statement.anchorName}
                </NamedLink>
              </Fact>
            )}
            <Fact source="month">
              <MonthField source="month" />
            </Fact>
            <Fact source="status">
              <StatusField source="status" />
            </Fact>
          </Facts>
        </Box>
      </Section>
      <PayoutCard statement={statement} />
    </Box>
  );
}

function Papers() {
  const statement = useRecordContext<Statement>()!;
  const own = useMe().role === 'anchor';
  const { summary, contracts } = statement.document;
  return (
    <Section title="resources.statements.section.facts">
      <Facts>
        <Fact source="no" />
        <Fact source="issuedAt">
          <Instant at={statement.issuedAt} />
        </Fact>
        {!own && <Fact source="issuedByName" />}
        <Fact source="salesFen">
          <FenField source="document.summary.salesFen" />
        </Fact>
        <Fact source="baseFen">
          <FenField source="document.summary.baseFen" />
        </Fact>
        <Fact source="orderLines">{summary.orderLines}</Fact>
        <Fact source="contracts" wide>
          {contracts
            .map((contract) => `${contract.no} v${contract.versionNo} ${contract.title}`)
            .join('；') || '—'}
        </Fact>
        <Fact source="contentSha256" wide>
          <Box component="code" sx={{ fontSize: 12 }}>
            {statement.contentSha256}
          </Box>
        </Fact>
      </Facts>
    </Section>
  );
}
