import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { HouseProvider } from '../shell/data-provider.ts';
import { Refusal } from '../shell/http.ts';

/** Tries what a part of the form says, once its fields are in order, and keeps nothing; what is refused stands at its field and beside the button. */
export function TryButton(props: {
  label: string;
  field: string;
  work: (provider: HouseProvider) => Promise<void>;
}) {
  const { label, field, work } = props;
  const provider = useDataProvider<HouseProvider>();
  const { setError, trigger } = useFormContext();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function go() {
    if (!(await trigger(field))) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await work(provider);
    } catch (error) {
      const { errors = {}, details } = error instanceof Refusal ? error.body : {};
      for (const [path, message] of Object.entries(errors)) setError(path, { type: 'server', message });
      const missing = Array.isArray(details?.missing) ? `：${details.missing.join('、')}` : '';
      setProblem(`${error instanceof Error ? error.message : String(error)}${missing}`);
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button variant="outlined" disabled={busy} onClick={() => void go()}>
        {label}
      </Button>
      {problem && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {problem}
        </Alert>
      )}
    </>
  );
}
