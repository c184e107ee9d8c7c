import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { DataTable, required, TextInput, useTranslate } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { DayField } from '../fields/DayField.tsx';
import { DayInput } from '../fields/DayInput.tsx';
import { today } from '../fields/day.ts';
import { FenInput } from '../fields/ExactInput.tsx';
import { Fen, FenField } from '../fields/FenField.tsx';
import { HouseList } from '../fields/HouseList.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { ReasonedVerb } from '../fields/ReasonedVerb.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { ComponentInput } from './ComponentInput.tsx';
import { FactDialog } from './FactDialog.tsx';
import { PayTabs } from './PayTabs.tsx';

type FineState = 'proposed' | 'notified' | 'objected' | 'decided' | 'taken';
const STATES: readonly FineState[] = ['proposed', 'notified', 'objected', 'decided', 'taken'];
const TONES: Record<FineState, Tone> = {
  proposed: 'wait',
  notified: 'info',
  objected: 'bad',
  decided: 'off',
  taken: 'off',
};

interface Fine {
  id: number;
  anchorName: string;
  amountFen: number;
  what: string;
  evidence: string;
  state: FineState;
  objectUntil: string | null;
  objectionText: string | null;
  decisionReason: string | null;
  objection: 'none' | 'open' | 'upheld' | 'rejected';
  refusal: { notify: Reason | null; object: Reason | null; decide: Reason | null };
}

/** Fines: with evidence, told to the anchor, who may object before anything is taken. */
export function FineList() {
  const own = useMe().role === 'anchor';
  return (
    <Box sx={{ pt: 2 }}>
      <PayTabs at="pay-fines">{!own && <Propose />}</PayTabs>
      <HouseList
        filters={
          own
            ? []
            : [
                <ChoiceInput key="state" source="state" choices={STATES} />,
                <RefInput key="anchor" source="anchorId" reference="anchors" />,
              ]
        }
        createAction={null}
        rowClick={false}
        empty={own ? 'resources.pay-fines.emptyOwn' : 'resources.pay-fines.empty'}
        card={(fine) => ({
          title: own ? fine.what : `${fine.anchorName} · ${fine.what}`,
          right: <Fen value={fine.amountFen} strong />,
          lines: [
            `${fine.clause} · ${fine.day} · ${fine.evidence}`,
            <State key="state" fine={fine as unknown as Fine} />,
          ],
        })}
      >
        {!own && <DataTable.Col source="anchorName" disableSort />}
        <DataTable.Col source="what" disableSort />
        <DataTable.Col source="clause" disableSort />
        <DataTable.Col source="evidence" disableSort />
        <DataTable.Col source="day" field={DayField} />
        <DataTable.Col source="amountFen" align="right" field={FenField} />
        <DataTable.Col source="state" disableSort render={(fine: Fine) => <State fine={fine} />} />
      </HouseList>
    </Box>
  );
}

function State({ fine }: { fine: Fine }) {
  const word = useWord('resources.pay-fines');
  const { role } = useMe();
  return (
    <Box sx={{ position: 'relative', zIndex: 1 }}>
      <StatusChip value={fine.state} resource="pay-fines" source="state" tone={TONES[fine.state]} />
      {fine.objection !== 'none' &&
        fine.objection !== 'open' &&
        ` · ${word(`values.objection.${fine.objection}`)}`}
      {fine.objectUntil && fine.objection === 'none' && fine.state === 'notified' && (
        <Box sx={{ color: 'text.secondary' }}>{word('until', { day: fine.objectUntil })}</Box>
      )}
      {fine.objectionText && <Box sx={{ color: 'text.secondary' }}>{fine.objectionText}</Box>}
      {fine.decisionReason && <Box sx={{ color: 'text.secondary' }}>{fine.decisionReason}</Box>}
      {role === 'anchor' && fine.state === 'notified' && (
        <ReasonedVerb
          action="pay-fines.object"
          variant="outlined"
          reason={fine.refusal.object ?? undefined}
          ask={{ title: word('object'), text: word('objectHelp'), field: word('fields.objectionText') }}
          work={(provider, text) => provider.verb('pay-fines', fine.id, 'object', { text })}
        >
          {word('object')}
        </ReasonedVerb>
      )}
      {role !== 'anchor' && fine.state === 'proposed' && (
        <VerbButton
          action="pay-fines.propose"
          variant="outlined"
          reason={fine.refusal.notify ?? undefined}
          ask={{ title: word('notify'), text: word('notifyAsk') }}
          work={(provider) => provider.verb('pay-fines', fine.id, 'notify')}
        >
          {word('notify')}
        </VerbButton>
      )}
      {role !== 'anchor' && fine.state === 'objected' && <Decide fine={fine} />}
    </Box>
  );
}

function Decide({ fine }: { fine: Fine }) {
  const word = useWord('resources.pay-fines');
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState('upheld');
  const [reason, setReason] = useState('');
  const save = () =>
    run((provider) => provider.verb('pay-fines', fine.id, 'decide', { outcome, reason: reason.trim() }), {
      onDone: () => setOpen(false),
    });
  return (
    <>
      <ReasonButton
        variant="outlined"
        reason={whyNot('pay-fines.decide') ?? fine.refusal.decide ?? undefined}
        onClick={() => setOpen(true)}
      >
        {word('decide')}
      </ReasonButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="xs"
        aria-labelledby="decide-fine"
      >
        <DialogTitle id="decide-fine">{word('decide')}</DialogTitle>
        <DialogContent>
          <TextField
            select
            label={word('fields.outcome')}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
          >
            {['upheld', 'rejected'].map((one) => (
              <MenuItem key={one} value={one}>
                {word(`values.objection.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            required
            multiline
            minRows={2}
            label={word('fields.decisionReason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{translate('house.action.cancel')}</Button>
          <Button variant="contained" disabled={busy || reason.trim() === ''} onClick={() => void save()}>
            {translate('house.action.save')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

function Propose() {
  const word = useWord('resources.pay-fines');
  return (
    <FactDialog
      resource="pay-fines"
      action="pay-fines.propose"
      title={word('record')}
      defaults={{ day: today() }}
      body={({ anchorId: _, ...fine }) => fine}
    >
      <ComponentInput type="fine" />
      <DayInput source="day" validate={required()} />
      <FenInput source="amountFen" validate={required()} />
      <TextInput source="what" validate={required()} multiline />
      <TextInput source="evidence" validate={required()} multiline />
    </FactDialog>
  );
}
