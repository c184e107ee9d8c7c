import { Alert, Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { MonthField } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { FenField } from '../fields/FenField.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { PayoutChip } from '../fields/PayoutChip.tsx';
import { PayoutVerbs } from '../fields/PayoutVerbs.tsx';
import { PayoutWay } from '../fields/PayoutWay.tsx';
import { PdfPreview } from '../fields/PdfPreview.tsx';
import type { Payout } from '../fields/payout.ts';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useMe } from '../shell/me-context.ts';
import { Payee } from './PayoutList.tsx';

export function PayoutShow() {
  return (
    <HouseShow editAction={null} actions={<Verbs />}>
      <Body />
      <RecordHistory entity="payout" />
    </HouseShow>
  );
}

function Verbs() {
  const payout = useRecordContext<Payout>();
  return payout ? <PayoutVerbs payout={payout} /> : null;
}

function Body() {
  const payout = useRecordContext<Payout>();
  const translate = useTranslate();
  const own = useMe().role === 'anchor';
  if (!payout) return null;
  return (
    <>
      {payout.status === 'returned' && (
        <Alert severity="warning">{translate('resources.payouts.cameBack')}</Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <Section title="resources.payouts.facts">
          <Facts>
            <Fact source="amountFen">
              <Box sx={{ fontSize: '1.4rem' }}>
                <FenField source="amountFen" strong />
              </Box>
            </Fact>
            <Fact source="status">
              <PayoutChip state={payout.status} />
            </Fact>
            {!own && (
              <Fact source="anchorName">
                <NamedLink resource="anchors" id={payout.anchorId}>
                  {payout.anchorName}
                </NamedLink>
              </Fact>
            )}
            <Fact source="month">
              <MonthField source="month" />
            </Fact>
            <Fact source="statementNo">
              <NamedLink resource="statements" id={payout.statementId}>
                {payout.statementNo}
              </NamedLink>
            </Fact>
            {payout.batchId !== null && !own && (
              <Fact source="batchNo">
                <NamedLink resource="payout-batches" id={payout.batchId}>
                  {payout.batchNo}
                </NamedLink>
              </Fact>
            )}
            <Fact source="no" />
            <Fact source="bankReference" />
            <Fact source="payee" wide>
              <Payee />
            </Fact>
          </Facts>
        </Section>
        <Section title="resources.payouts.way">
          <PayoutWay payout={payout} />
        </Section>
      </Box>
      <Section title="resources.payouts.pdf">
        {payout.pdfSha256 ? (
          <>
            <PdfPreview path={`/payouts/${payout.id}/pdf`} fileName={`${payout.statementNo}-payout.pdf`} />
            <Typography variant="body2" color="text.secondary" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
              {translate('resources.payouts.fields.pdfSha256')} <code>{payout.pdfSha256}</code>
            </Typography>
          </>
        ) : (
          <Typography color="text.secondary">{translate('resources.payouts.pdfLater')}</Typography>
        )}
      </Section>
    </>
  );
}
