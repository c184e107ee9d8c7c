import { Alert, Box, Button, Table, TableBody, TableCell, TableRow, TextField } from '@mui/material';
import { useState } from 'react';
import { Form, useDataProvider, useLocaleState, useNotify } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { monthInWords, today } from '../fields/day.ts';
import { Fen, yuan } from '../fields/FenField.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import type { HouseProvider } from '../shell/data-provider.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord, HoldPreview, HoldWindow } from './case.ts';
import { WindowInputs } from './WindowInputs.tsx';

const FIELDS = ['paidFrom', 'paidTo', 'platform', 'streamId', 'dealId', 'anchorId'] as const;

/** Another hold: what it would take is seen before it is started, and only that scope can be started. */
export function HoldDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const from = one.holds[0]?.scope.paidFrom ?? `${today()}T00:00:00+08:00`;
  return (
    <Form defaultValues={{ paidFrom: from }} onSubmit={() => undefined}>
      <Body one={one} onClose={onClose} />
    </Form>
  );
}

function Body({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const provider = useDataProvider<HouseProvider>();
  const notify = useNotify();
  const { run, busy } = useVerb();
  const { trigger } = useFormContext();
  const [seen, setSeen] = useState<{ key: string; preview: HoldPreview }>();
  const [looking, setLooking] = useState(false);
  const [reason, setReason] = useState('');
  const typed = useWatch();
  const scope = Object.fromEntries(
    FIELDS.map((field) => [field, typed[field] || null]),
  ) as unknown as HoldWindow;
  const key = JSON.stringify(scope);
  const isSeen = seen?.key === key;

  async function look() {
    if (!(await trigger())) return;
    setLooking(true);
    try {
      setSeen({
        key,
        preview: await provider.send<HoldPreview>('POST', `/cases/${one.id}/holds/preview`, scope),
      });
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setLooking(false);
    }
  }
  const send = () =>
    run((provider) => provider.verb('cases', one.id, 'holds', { ...scope, reason: reason.trim() }), {
      onDone: onClose,
    });
  return (
    <CaseDialog
      title={word('verb.hold')}
      doIt={word('verb.hold')}
      onClose={onClose}
      busy={busy}
      isIncomplete={!isSeen || reason.trim() === ''}
      onSend={() => void send()}
      maxWidth="md"
    >
      <Alert severity="info" icon={false} sx={{ mb: 1 }}>
        {word('holds.dialogText')}
      </Alert>
      <WindowInputs />
      <Button variant="outlined" disabled={looking} onClick={() => void look()} sx={{ my: 1 }}>
        {word('holds.preview')}
      </Button>
      {seen && !isSeen && <Alert severity="warning">{word('holds.previewAgain')}</Alert>}
      {seen && isSeen && <Preview preview={seen.preview} />}
      <TextField
        label={word('holds.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={2}
        helperText={isSeen ? undefined : word('holds.previewFirst')}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </CaseDialog>
  );
}

/** Lines and fen of each party, what is held already, and the months that are closed. */
function Preview({ preview }: { preview: HoldPreview }) {
  const word = useWord('resources.cases.holds');
  const party = useWord('house.party');
  const [locale] = useLocaleState();
  const { lines, totalFen, parties, alreadyHeldFen, closedMonths } = preview;
  return (
    <Box role="status" sx={{ my: 1 }}>
      <Alert severity={lines === 0 ? 'info' : 'warning'}>
        {lines === 0 ? word('previewNone') : word('previewLines', { lines, amount: yuan(totalFen) })}
        {alreadyHeldFen > 0 && <div>{word('alreadyHeld', { amount: yuan(alreadyHeldFen) })}</div>}
        {closedMonths.length > 0 && (
          <div>
            {word('closedMonths', {
              months: closedMonths.map((month) => monthInWords(month, locale)).join('、'),
            })}
          </div>
        )}
      </Alert>
      {parties.length > 0 && (
        <Table size="small">
          <TableBody>
            {parties.map((one) => (
              <TableRow key={one.partyId}>
                <TableCell component="th" scope="row">
                  {one.partyName}（{party(one.partyKind, { _: one.partyKind })}）
                </TableCell>
                <TableCell align="right">
                  <Fen value={one.amountFen} strong />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  );
}
