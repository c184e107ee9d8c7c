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
import { DataTable, useGetList, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ANCHOR_REGIMES } from '../../api/domain/tax/anchor-month.ts';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { InstantField } from '../fields/DayField.tsx';
import { today } from '../fields/day.ts';
import { HouseList } from '../fields/HouseList.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe, useWhyNot } from '../shell/me-context.ts';
import { RegimeTable } from './RegimeTable.tsx';
import { TaxTabs } from './TaxTabs.tsx';

const filters = [
  <RefInput key="anchor" source="anchorId" reference="anchors" />,
  <ChoiceInput key="regime" source="regime" choices={ANCHOR_REGIMES} />,
];

/** By which regime an anchor's pay is taxed, since when, and where that is known from. */
export function ProfileList() {
  const own = useMe().role === 'anchor';
  const word = useWord('resources.tax-profiles');
  return (
    <Box sx={{ pt: own ? 0 : 2 }}>
      {!own && (
        <TaxTabs at="tax-profiles">
          <RecordProfile />
        </TaxTabs>
      )}
      <HouseList
        filters={own ? [] : filters}
        createAction={null}
        empty="resources.tax-profiles.empty"
        rowClick={false}
        card={(profile) => ({
          title: profile.anchorName,
          right: profile.effectiveFrom,
          lines: [word(`values.regime.${profile.regime}`), profile.source],
        })}
      >
        <DataTable.Col source="anchorName" disableSort />
        <DataTable.Col source="regime" field={ChoiceField} disableSort />
        <DataTable.Col source="effectiveFrom" disableSort />
        <DataTable.Col source="endedFrom" disableSort />
        <DataTable.Col source="source" disableSort />
        <DataTable.Col source="recordedByName" disableSort />
        <DataTable.Col source="recordedAt" field={InstantField} disableSort />
      </HouseList>
      {!own && (
        <Box sx={{ mt: 2 }}>
          <RegimeTable />
        </Box>
      )}
    </Box>
  );
}

function RecordProfile() {
  const word = useWord('resources.tax-profiles');
  const whyNot = useWhyNot();
  const { role } = useMe();
  const [search, setSearch] = useSearchParams();
  const record = search.get('record');
  if (role === 'anchor') return null;
  const close = () => {
    search.delete('record');
    setSearch(search, { replace: true });
  };
  return (
    <>
      <ReasonButton
        variant="contained"
        reason={whyNot('tax-profiles.record')}
        onClick={() => setSearch({ record: 'new' }, { replace: true })}
      >
        {word('record')}
      </ReasonButton>
      {record && !whyNot('tax-profiles.record') && (
        <ProfileDialog anchorId={Number(record) || 0} onClose={close} />
      )}
    </>
  );
}

function ProfileDialog(props: { anchorId: number; onClose: () => void }) {
  const { onClose } = props;
  const word = useWord('resources.tax-profiles');
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [anchorId, setAnchorId] = useState(props.anchorId);
  const [regime, setRegime] = useState<string>('labour_single_payment');
  const [effectiveFrom, setEffectiveFrom] = useState(`${today().slice(0, 4)}-01`);
  const [source, setSource] = useState('');
  const [payeeName, setPayeeName] = useState('');
  const { data: anchors = [] } = useGetList('anchors', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'id', order: 'ASC' },
    filter: {},
  });
  const isStudio = regime === 'studio_invoice';
  const ready =
    anchorId > 0 && effectiveFrom !== '' && source.trim() !== '' && (!isStudio || payeeName.trim() !== '');
  const save = () =>
    run(
      (provider) =>
        provider.send('POST', `/anchors/${anchorId}/tax-profiles`, {
          regime,
          effectiveFrom,
          source: source.trim(),
          payeeName: isStudio ? payeeName.trim() : null,
        }),
      { success: 'house.done.saved', onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="tax-profile">
      <DialogTitle id="tax-profile">{word('record')}</DialogTitle>
      <DialogContent>
        <TextField
          select
          required
          label={word('fields.anchorName')}
          value={anchors.length > 0 ? anchorId || '' : ''}
          onChange={(event) => setAnchorId(Number(event.target.value))}
        >
          {anchors.map((anchor) => (
            <MenuItem key={anchor.id} value={anchor.id}>
              {anchor.name}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          required
          label={word('fields.regime')}
          value={regime}
          onChange={(event) => setRegime(event.target.value)}
          helperText={word(`help.${regime}`)}
        >
          {ANCHOR_REGIMES.map((one) => (
            <MenuItem key={one} value={one}>
              {word(`values.regime.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          type="month"
          required
          label={word('fields.effectiveFrom')}
          value={effectiveFrom}
          onChange={(event) => setEffectiveFrom(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        {isStudio && (
          <TextField
            required
            label={word('fields.payeeName')}
            value={payeeName}
            onChange={(event) => setPayeeName(event.target.value)}
          />
        )}
        <TextField
          required
          multiline
          label={word('fields.source')}
          helperText={word('sourceHelp')}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || !ready} onClick={() => void save()}>
          {translate('house.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
