import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { type RaRecord, useCreateSuggestionContext, useTranslate } from 'react-admin';
import { useMe } from '../shell/me-context.ts';
import { RefInput, type RefInputProps } from './RefInput.tsx';
import { useVerb } from './use-verb.ts';

/** Anchors are parties by being anchors, the agency and the platform are there from the start: these may be added. */
const NEW_KINDS = ['agent', 'leader', 'referrer', 'brand', 'platform'] as const;

/** Who takes part in a split; a name not known yet becomes a new party. */
export function PartySelect(props: Omit<RefInputProps, 'reference'>) {
  const translate = useTranslate();
  const { can } = useMe();
  const nameOf = (party?: RaRecord) =>
    party ? `${party.name}（${translate(`house.party.${party.kind}`)}）` : '';
  return (
    <RefInput
      {...props}
      reference="parties"
      optionText={nameOf}
      inputText={nameOf}
      matchSuggestion={() => true}
      create={can.includes('parties.create') ? <NewParty /> : undefined}
      createItemLabel="house.party.create"
    />
  );
}

function NewParty() {
  const { filter, onCancel, onCreate } = useCreateSuggestionContext();
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [kind, setKind] = useState<string>('agent');
  const name = (filter ?? '').trim();
  const save = () =>
    run((provider) => provider.create('parties', { data: { kind, name } }), {
      success: 'house.done.saved',
      onDone: ({ data }) => onCreate(data),
    });
  return (
    <Dialog open onClose={onCancel}>
      <DialogTitle>{translate('house.party.create', { item: name })}</DialogTitle>
      <DialogContent>
        <TextField
          select
          label={translate('house.party.kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        >
          {NEW_KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`house.party.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || name === ''} onClick={() => void save()}>
          {translate('house.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
