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
import { useRecordContext, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { today } from '../fields/day.ts';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWhyNot } from '../shell/me-context.ts';
import type { Contract, Version } from './version.ts';

/** A new draft, blank or as a copy of a version; it opens in the editor. */
export function NewVersion() {
  const contract = useRecordContext<Contract>();
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [open, setOpen] = useState(false);
  if (!contract) return null;
  return (
    <>
      <ReasonButton variant="outlined" onClick={() => setOpen(true)} reason={whyNot('contracts.edit')}>
        {translate('resources.contracts.newVersion')}
      </ReasonButton>
      {open && <NewVersionDialog contract={contract} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewVersionDialog({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { run, busy } = useVerb();
  const versions = contract.versions ?? [];
  const newest = versions.reduce<Version | undefined>(
    (last, one) => (last && last.versionNo > one.versionNo ? last : one),
    undefined,
  );
  const [effectiveFrom, setEffectiveFrom] = useState(today());
  const [summary, setSummary] = useState('');
  const [copyFrom, setCopyFrom] = useState(newest?.id ?? 0);
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.${key}`, options);
  const create = () =>
    run(
      (provider) =>
        provider.verb<Version>('contracts', contract.id, 'versions', {
          effectiveFrom,
          summary: summary.trim() || null,
          ...(copyFrom ? { copyFrom } : {}),
        }),
      {
        success: 'house.done.saved',
        onDone: (version) => {
          onClose();
          navigate(`/contracts/${contract.id}/versions/${version.id}`);
        },
      },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <DialogTitle>{word('newVersion')}</DialogTitle>
      <DialogContent>
        <TextField
          select
          label={word('copyFrom')}
          value={copyFrom}
          onChange={(event) => setCopyFrom(Number(event.target.value))}
        >
          <MenuItem value={0}>{word('blank')}</MenuItem>
          {versions.map((version) => (
            <MenuItem key={version.id} value={version.id}>
              {word('copyOf', { no: version.versionNo })}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          type="date"
          label={word('effectiveFrom')}
          value={effectiveFrom}
          onChange={(event) => setEffectiveFrom(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          label={word('summary')}
          value={summary}
          onChange={(event) => setSummary(event.target.value)}
          multiline
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || effectiveFrom === ''} onClick={() => void create()}>
          {translate('house.action.create')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
