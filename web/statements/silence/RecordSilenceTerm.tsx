import {
  Alert,
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
import { useGetList, useTranslate } from 'react-admin';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { useAsk } from '../../fields/use-ask.ts';
import { useVerb } from '../../fields/use-verb.ts';
import { useWord } from '../../fields/use-word.ts';
import { Refusal } from '../../shell/http.ts';
import { useWhyNot } from '../../shell/me-context.ts';
import { sortClauses } from './sort-clauses.ts';

/** What is asked of `GET /contracts/{id}`. */
interface Contract {
  versions: {
    id: number;
    versionNo: number;
    status: 'draft' | 'active' | 'ended';
    effectiveFrom: string;
    clauses: { id: number; clauseNo: string; body: string }[];
  }[];
}

/** Compliance names the clause and its days; nobody can say that silence accepts without one. */
export function RecordSilenceTerm() {
  const word = useWord('resources.silence-terms');
  const whyNot = useWhyNot();
  const [open, setOpen] = useState(false);
  const reason = whyNot('silence-terms.record');
  return (
    <>
      <ReasonButton variant="contained" reason={reason} onClick={() => setOpen(true)}>
        {word('record')}
      </ReasonButton>
      {open && <RecordDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function RecordDialog({ onClose }: { onClose: () => void }) {
  const word = useWord('resources.silence-terms');
  const translate = useTranslate();
  const { run, busy } = useVerb();
  const [contractId, setContractId] = useState<number>();
  const [versionId, setVersionId] = useState<number>();
  const [clauseNo, setClauseNo] = useState('');
  const [days, setDays] = useState('7');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { data: contracts = [] } = useGetList('contracts', {
    filter: { status: 'active' },
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'id', order: 'ASC' },
  });
  const { data: contract } = useAsk<Contract>(
    `/contracts/${contractId}`,
    undefined,
    contractId !== undefined,
  );
  const versions = (contract?.versions ?? []).filter(({ status }) => status === 'active');
  const version = versions.find(({ id }) => id === versionId) ?? versions.at(-1);
  const clauses = sortClauses(version?.clauses ?? []);
  const clause = clauses.find((one) => one.clauseNo === clauseNo);
  const isDays = /^\d{1,2}$/.test(days) && Number(days) >= 1 && Number(days) <= 60;
  const save = () =>
    run(
      (provider) => {
        setErrors({});
        const body = { versionId: version!.id, clauseNo, days: Number(days) };
        return provider.send('POST', '/silence-terms', body).catch((error: unknown) => {
          if (error instanceof Refusal) setErrors(error.body.errors ?? {});
          throw error;
        });
      },
      { success: 'house.done.saved', onDone: onClose },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="silence-term">
      <DialogTitle id="silence-term">{word('record')}</DialogTitle>
      <DialogContent>
        <TextField
          select
          required
          label={word('fields.contractId')}
          value={contractId ?? ''}
          onChange={(event) => {
            setContractId(Number(event.target.value));
            setVersionId(undefined);
            setClauseNo('');
          }}
        >
          {contracts.map((one) => (
            <MenuItem key={one.id} value={one.id}>
              {one.anchorName} · {one.no}
            </MenuItem>
          ))}
        </TextField>
        {contract && versions.length === 0 && <Alert severity="warning">{word('noVersion')}</Alert>}
        {versions.length > 1 && (
          <TextField
            select
            required
            label={word('fields.versionNo')}
            value={version?.id ?? ''}
            onChange={(event) => {
              setVersionId(Number(event.target.value));
              setClauseNo('');
            }}
          >
            {versions.map((one) => (
              <MenuItem key={one.id} value={one.id}>
                {word('version', { no: one.versionNo, day: one.effectiveFrom })}
              </MenuItem>
            ))}
          </TextField>
        )}
        {version && clauses.length === 0 && <Alert severity="warning">{word('noClauses')}</Alert>}
        {clauses.length > 0 && (
          <TextField
            select
            required
            label={word('fields.clauseNo')}
            value={clauseNo}
            onChange={(event) => setClauseNo(event.target.value)}
            error={Boolean(errors.clauseNo)}
            helperText={errors.clauseNo ?? word('clauseHelp')}
          >
            {clauses.map((one) => (
              <MenuItem key={one.id} value={one.clauseNo}>
                <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                  {one.clauseNo} {one.body.slice(0, 40)}
                </Box>
              </MenuItem>
            ))}
          </TextField>
        )}
        {clause && (
          <Box
            component="blockquote"
            sx={{ m: 0, my: 1, pl: 1.5, borderLeft: 3, borderColor: 'divider', overflowWrap: 'anywhere' }}
          >
            {clause.body}
          </Box>
        )}
        <TextField
          required
          label={word('fields.days')}
          value={days}
          onChange={(event) => setDays(event.target.value)}
          error={!isDays || Boolean(errors.days)}
          helperText={errors.days ?? (isDays ? word('daysHelp') : word('daysWrong'))}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
        {clause && isDays && (
          <Alert severity="info" sx={{ mt: 1 }}>
            {word('means', { days })}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || !clause || !isDays} onClick={() => void save()}>
          {translate('house.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
