import { Alert, Box, Link as MuiLink, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Instant } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { FenField } from '../fields/FenField.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StatusField } from '../fields/StatusChip.tsx';
import { useMe } from '../shell/me-context.ts';
import { OrderChain } from './OrderChain.tsx';
import { AnchorName } from './OrderList.tsx';
import { type OrderLine, orderStateOf } from './order-state.ts';
import { TrackChip } from './TrackChip.tsx';

/** One order line on both tracks, and the chain from it to the statement. */
export function OrderShow() {
  return (
    <HouseShow editAction={null}>
      <Line />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Estimated />
        <Settled />
      </Box>
      <OrderChain />
    </HouseShow>
  );
}

function Line() {
  const line = useRecordContext<OrderLine>();
  const translate = useTranslate();
  const { can } = useMe();
  if (!line) return null;
  return (
    <Section title="resources.orders.section.line" actions={<TrackChip />}>
      <Facts>
        <Fact source="orderNo" />
        {line.lineNo && <Fact source="lineNo" />}
        <Fact source="platform">
          <Platform value={line.platform} />
        </Fact>
        <Fact source="kind">{translate(`resources.orders.values.kind.${line.kind}`)}</Fact>
        <Fact source="status">
          <StatusField source="status" />
        </Fact>
        <Fact source="statusRaw" />
        <Fact source="anchorName">
          <AnchorName />
        </Fact>
        <Fact source="productName">
          {line.productId === null ? (
            (line.productName ?? '—')
          ) : (
            <NamedLink resource="products" id={line.productId}>
              {line.productName}
            </NamedLink>
          )}
        </Fact>
        <Fact source="quantity" />
        {line.streamId !== null && (
          <Fact source="streamId">
            <NamedLink resource="streams" id={line.streamId}>
              #{line.streamId}
            </NamedLink>
          </Fact>
        )}
        {line.refundOfId !== null && (
          <Fact source="refundOfId">
            <NamedLink resource="orders" id={line.refundOfId}>
              {translate('resources.orders.openSale')}
            </NamedLink>
          </Fact>
        )}
        <Fact source="srcLine">
          {can.includes('imports.show') ? (
            <MuiLink component={Link} to={`/imports/${line.importId}/show`}>
              {translate('resources.orders.fromFile', { id: line.importId, line: line.srcLine })}
            </MuiLink>
          ) : (
            translate('resources.orders.fromFile', { id: line.importId, line: line.srcLine })
          )}
        </Fact>
      </Facts>
    </Section>
  );
}

function Estimated() {
  const line = useRecordContext<OrderLine>();
  return (
    <Section title="resources.orders.section.estimated">
      <Facts>
        <Fact source="paidFen">
          <FenField source="paidFen" strong />
        </Fact>
        <Fact source="refundFen">
          <FenField source="refundFen" />
        </Fact>
        <Fact source="commissionEstFen">
          <FenField source="commissionEstFen" />
        </Fact>
        <Fact source="paidAt">
          <Instant at={line?.paidAt} />
        </Fact>
      </Facts>
    </Section>
  );
}

/** The settled track; without evidence it says so, and why, where the platform tells. */
function Settled() {
  const line = useRecordContext<OrderLine>();
  const translate = useTranslate();
  if (!line) return null;
  const state = orderStateOf(line);
  return (
    <Section title="resources.orders.section.settled">
      {state === 'settled' ? (
        <Facts>
          <Fact source="settledFen">
            <FenField source="settledFen" strong />
          </Fact>
          <Fact source="commissionFen">
            <FenField source="commissionFen" />
          </Fact>
          <Fact source="settledAt">
            <Instant at={line.settledAt} />
          </Fact>
        </Facts>
      ) : (
        <Alert severity={state === 'noEvidence' ? 'warning' : 'info'} variant="outlined">
          <b>{translate(`resources.orders.state.${state}`)}</b>
          <Typography variant="body2">{translate(`resources.orders.stateHelp.${state}`)}</Typography>
          {line.unsettledReason && (
            <Typography variant="body2">
              {translate('resources.orders.platformSays', { reason: line.unsettledReason })}
            </Typography>
          )}
        </Alert>
      )}
    </Section>
  );
}
