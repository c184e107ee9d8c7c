import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { AcceptanceList } from '../../fields/findings/AcceptanceList.tsx';
import type { AcceptanceForm } from '../../fields/findings/acceptance.ts';
import { useOfVersion, versionPath } from '../../fields/findings/use-of-version.ts';
import type { Contract, Version } from '../version.ts';

/** The evidence of both sides' word; nothing is drawn before the first. */
export function Acceptances({ contract, version }: { contract: Contract; version: Version }) {
  const translate = useTranslate();
  const place = versionPath(contract.id, version.id);
  const { data } = useOfVersion<AcceptanceForm>(place, 'acceptance', {
    enabled: version.acceptances.length > 0,
  });
  if (!data || data.acceptances.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography component="h3" sx={{ fontWeight: 650, mb: 1 }}>
        {translate('resources.contracts.workflow.acceptances')}
      </Typography>
      <AcceptanceList acceptances={data.acceptances} place={place} />
    </Box>
  );
}
