import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useVerb } from '../fields/use-verb.ts';
import type { HouseProvider } from '../shell/data-provider.ts';

interface Settings {
  quota: number | null;
  loanDays: number | null;
  houseQuota: number;
  houseLoanDays: number;
}

/** How many samples an anchor may have open, and how long a loan is: the agency's own rule, else the house's. */
export function SettingsButton() {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['samples', 'settings'],
    queryFn: ({ signal }) => provider.ask<Settings>('/sample-settings', undefined, signal),
    enabled: isOpen,
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{translate('resources.samples.settings.title')}</Button>
      {isOpen && data && <SettingsDialog settings={data} onClose={() => setOpen(false)} />}
    </>
  );
}

function SettingsDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [quota, setQuota] = useState(String(settings.quota ?? ''));
  const [loanDays, setLoanDays] = useState(String(settings.loanDays ?? ''));
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.settings.${key}`, options);
  const save = () =>
    run(
      (provider) =>
        provider.send('PUT', '/sample-settings', {
          quota: quota === '' ? null : Number(quota),
          loanDays: loanDays === '' ? null : Number(loanDays),
        }),
      { success: 'house.done.saved', onDone: onClose },
    );
  const isWrong = (text: string, most: number) =>
    text !== '' && !(/^\d+$/.test(text) && +text >= 1 && +text <= most);
  const field = (
    key: 'quota' | 'loanDays',
    value: string,
    put: (text: string) => void,
    most: number,
    house: number,
  ) => (
    <TextField
      label={word(key)}
      value={value}
      onChange={(event) => put(event.target.value.trim())}
      error={isWrong(value, most)}
      helperText={word('house', { count: house })}
      slotProps={{ htmlInput: { inputMode: 'numeric' } }}
    />
  );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="sample-settings">
      <DialogTitle id="sample-settings">{word('title')}</DialogTitle>
      <DialogContent>
        <Typography color="text.secondary">{word('help')}</Typography>
        {field('quota', quota, setQuota, 100, settings.houseQuota)}
        {field('loanDays', loanDays, setLoanDays, 365, settings.houseLoanDays)}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={busy || isWrong(quota, 100) || isWrong(loanDays, 365)}
          onClick={() => void save()}
        >
          {translate('house.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
