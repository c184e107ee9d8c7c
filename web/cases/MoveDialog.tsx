import {
  Alert,
  Box,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormLabel,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import type { MoveKind } from '../../api/domain/hold/hold-rules.ts';
import { Fen, yuan } from '../fields/FenField.tsx';
import { useReasonText } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import { CaseDialog } from './CaseDialog.tsx';
import { bearsIt, type CaseRecord, type HoldParty, heldPartiesOf, whyNotMove } from './case.ts';
import { useCaseReason } from './use-case-reason.ts';

/** Held money back to its parties, or away from who bears it: party by party, and why not for each of the others. */
export function MoveDialog(props: { one: CaseRecord; move: MoveKind; onClose: () => void }) {
  const { one, move, onClose } = props;
  const word = useWord('resources.cases');
  const me = useMe();
  const { run, busy } = useVerb();
  const parties = heldPartiesOf(one.holds);
  const inWords = useCaseReason();
  const may = (party: HoldParty) => inWords(whyNotMove(one, move, party, me.id));
  const [chosen, setChosen] = useState(() =>
    parties
      // Who bears it is not given back by a slip: that is chosen by hand.
      .filter((party) => may(party) === undefined && (move === 'clawback' || !bearsIt(one, party)))
      .map(({ partyId }) => partyId),
  );
  const [endHolds, setEndHolds] = useState(one.isHolding);
  const [reason, setReason] = useState('');
  const isRelease = move === 'release';
  const verb = word(isRelease ? 'verb.release' : 'verb.clawBack');
  const sum = parties
    .filter(({ partyId }) => chosen.includes(partyId))
    .reduce((total, { heldFen }) => total + heldFen, 0);
  const send = () =>
    run(
      (provider) =>
        provider.verb('cases', one.id, isRelease ? 'release' : 'claw-back', {
          partyIds: chosen,
          reason: reason.trim(),
          ...(isRelease && { endHolds }),
        }),
      { onDone: onClose },
    );
  return (
    <CaseDialog
      title={verb}
      doIt={verb}
      isDanger={!isRelease}
      onClose={onClose}
      busy={busy}
      isIncomplete={chosen.length === 0 || reason.trim() === ''}
      onSend={() => void send()}
    >
      <Alert severity="info" icon={false} sx={{ mb: 1 }}>
        {word(isRelease ? 'move.releaseText' : 'move.clawBackText')}
      </Alert>
      <FormControl component="fieldset">
        <FormLabel component="legend">{word('move.parties')}</FormLabel>
        <FormGroup>
          {parties.map((party) => (
            <PartyRow
              key={party.partyId}
              party={party}
              reason={may(party)}
              isChosen={chosen.includes(party.partyId)}
              onChange={(on) =>
                setChosen(on ? [...chosen, party.partyId] : chosen.filter((id) => id !== party.partyId))
              }
            />
          ))}
        </FormGroup>
      </FormControl>
      <Typography sx={{ fontWeight: 650 }}>
        {chosen.length === 0 ? word('move.pick') : word('move.total', { amount: yuan(sum) })}
      </Typography>
      {isRelease && one.isHolding && (
        <FormControlLabel
          label={word('move.endHolds')}
          control={<Checkbox checked={endHolds} onChange={(_, on) => setEndHolds(on)} />}
        />
      )}
      <TextField
        label={word('move.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </CaseDialog>
  );
}

function PartyRow(props: {
  party: HoldParty;
  reason: ReturnType<typeof whyNotMove>;
  isChosen: boolean;
  onChange: (on: boolean) => void;
}) {
  const { party, reason, isChosen, onChange } = props;
  const kind = useWord('house.party');
  const why = useReasonText(reason);
  return (
    <Box>
      <FormControlLabel
        disabled={why !== undefined}
        sx={{ width: '100%', mr: 0, '& .MuiFormControlLabel-label': { flex: 1 } }}
        control={<Checkbox size="small" checked={isChosen} onChange={(_, on) => onChange(on)} />}
        label={
          <Box sx={{ display: 'flex', gap: 2 }}>
            <Box sx={{ flex: 1 }}>
              {party.partyName}（{kind(party.partyKind, { _: party.partyKind })}）
            </Box>
            <Fen value={party.heldFen} strong />
          </Box>
        }
      />
      {why && (
        <Typography variant="body2" color="text.secondary" sx={{ pl: 4 }}>
          {why}
        </Typography>
      )}
    </Box>
  );
}
