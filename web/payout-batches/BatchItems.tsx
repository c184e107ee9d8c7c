import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  type Theme,
  Tooltip,
  useMediaQuery,
} from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { RETURN_REASONS } from '../../api/domain/payments/return-reasons.ts';
import { addDays, today } from '../fields/day.ts';
import { Fen } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StatusChip } from '../fields/StatusChip.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { type Batch, type BatchItem, ITEM_TONES } from './batch.ts';
import { SettleItem } from './SettleItem.tsx';

const RIGHT = ['heldFen', 'amountFen'];
const COLUMNS = ['anchorName', 'payee', 'endToEndId', 'heldFen', 'amountFen', 'itemStatus'];

/** Whom the batch pays, and what became of each. */
export function BatchItems({ batch }: { batch: Batch }) {
  const word = useWord('resources.payout-batches');
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const failed = batch.items!.filter(({ status }) => status === 'failed');
  return (
    <Section
      title="resources.payout-batches.items"
      flush
      actions={failed.length > 0 && <Resend batch={batch} items={failed} />}
    >
      {wide ? (
        <Table size="small">
          <TableHead>
            <TableRow>
              {COLUMNS.map((column) => (
                <TableCell key={column} align={RIGHT.includes(column) ? 'right' : 'left'}>
                  {word(`fields.${column}`)}
                </TableCell>
              ))}
              <TableCell aria-label={word('verbs')} />
            </TableRow>
          </TableHead>
          <TableBody>
            {batch.items!.map((item) => (
              <TableRow key={item.id}>
                <TableCell>
                  <NamedLink resource="payouts" id={item.payoutId}>
                    {item.anchorName}
                  </NamedLink>
                </TableCell>
                <TableCell>
                  {item.payee.accountName} · {item.payee.bankName} · {word('tail', { tail: item.payee.tail })}
                  {item.payeeState !== 'unchanged' && (
                    <Box sx={{ color: 'error.main' }}>{word(`payeeState.${item.payeeState}`)}</Box>
                  )}
                </TableCell>
                <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{item.endToEndId}</TableCell>
                <TableCell align="right">{item.heldFen > 0 ? <Fen value={item.heldFen} /> : '—'}</TableCell>
                <TableCell align="right">
                  <Fen value={item.amountFen} strong />
                </TableCell>
                <TableCell>
                  <ItemState item={item} />
                </TableCell>
                <TableCell align="right">
                  <ItemVerbs batch={batch} item={item} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : (
        batch.items!.map((item) => <ItemCard key={item.id} batch={batch} item={item} />)
      )}
    </Section>
  );
}

function ItemCard({ batch, item }: { batch: Batch; item: BatchItem }) {
  const word = useWord('resources.payout-batches');
  return (
    <Box sx={{ px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <b>
          <NamedLink resource="payouts" id={item.payoutId}>
            {item.anchorName}
          </NamedLink>
        </b>
        <Fen value={item.amountFen} strong />
      </Box>
      <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {item.payee.accountName} · {item.payee.bankName} · {word('tail', { tail: item.payee.tail })}
      </Box>
      {item.payeeState !== 'unchanged' && (
        <Box sx={{ color: 'error.main' }}>{word(`payeeState.${item.payeeState}`)}</Box>
      )}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 2 }}>
        <Box>
          <ItemState item={item} />
        </Box>
        <ItemVerbs batch={batch} item={item} />
      </Box>
    </Box>
  );
}

function ItemVerbs({ batch, item }: { batch: Batch; item: BatchItem }) {
  const { can } = useMe();
  const isAnswerable = ['in_file', 'unknown', 'paid', 'failed'].includes(item.status);
  return (
    <>
      {batch.status === 'draft' && can.includes('payout-batches.prepare') && (
        <RemoveButton batch={batch} item={item} />
      )}
      {isAnswerable && can.includes('payout-batches.return') && <SettleItem batch={batch} item={item} />}
    </>
  );
}

function ItemState({ item }: { item: BatchItem }) {
  const [locale] = useLocaleState();
  const known = item.reasonCode ? RETURN_REASONS[item.reasonCode] : undefined;
  const why = [item.reasonCode, known && (locale === 'en' ? known.en : known.zh), item.reasonText]
    .filter(Boolean)
    .join(' · ');
  const note = item.status === 'failed' ? why : [item.bankReference, item.paidOn].filter(Boolean).join(' · ');
  return (
    <>
      <StatusChip
        value={item.status}
        resource="payout-batches"
        source="itemStatus"
        tone={ITEM_TONES[item.status]}
      />
      {note && <Box sx={{ color: 'text.secondary', fontSize: '0.85rem' }}>{note}</Box>}
    </>
  );
}

function RemoveButton({ batch, item }: { batch: Batch; item: BatchItem }) {
  const word = useWord('resources.payout-batches');
  const { run, busy } = useVerb();
  const label = word('remove', { name: item.anchorName });
  return (
    <Tooltip title={label}>
      <IconButton
        size="small"
        aria-label={label}
        disabled={busy}
        onClick={() =>
          void run((provider) => provider.send('POST', `/payout-batches/${batch.id}/items/${item.id}/remove`))
        }
      >
        <RemoveIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

/** Failed ones go out again in a batch of their own, through the same two people. */
function Resend({ batch, items }: { batch: Batch; items: BatchItem[] }) {
  const word = useWord('resources.payout-batches');
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const navigate = useNavigate();
  const { run, busy } = useVerb();
  const [open, setOpen] = useState(false);
  const [executeOn, setExecuteOn] = useState(addDays(today(), 1));
  const send = () =>
    run(
      (provider) =>
        provider.verb<Batch & { id: number }>('payout-batches', batch.id, 'resend', {
          itemIds: items.map(({ id }) => id),
          executeOn,
        }),
      {
        success: 'resources.payout-batches.done.create',
        onDone: (made) => navigate(`/payout-batches/${made.id}/show`),
      },
    );
  return (
    <>
      <ReasonButton
        variant="contained"
        reason={whyNot('payout-batches.prepare')}
        onClick={() => setOpen(true)}
      >
        {word('resend', { smart_count: items.length })}
      </ReasonButton>
      <Dialog open={open} onClose={() => setOpen(false)} fullWidth maxWidth="xs" aria-labelledby="resend">
        <DialogTitle id="resend">{word('resend', { smart_count: items.length })}</DialogTitle>
        <DialogContent>
          {word('resendHelp')}
          <TextField
            type="date"
            label={word('fields.executeOn')}
            value={executeOn}
            onChange={(event) => setExecuteOn(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
            sx={{ mt: 2 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
          <Button variant="contained" disabled={busy || executeOn === ''} onClick={() => void send()}>
            {translate('house.action.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
