import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ContractDocument } from './document.ts';

/** What a reader of the text should know about how it was come by. */
export function DocumentWarnings({ warnings }: Pick<ContractDocument, 'warnings'>) {
  const translate = useTranslate();
  if (warnings.length === 0) return null;
  return (
    <Alert severity="info">
      {translate('resources.contracts.document.warnings')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {warnings.map(({ code, count, detail }) => (
          <li key={code}>
            {translate(`resources.contracts.document.warning.${code}`, { _: code })}
            {count !== undefined && `（${count}）`}
            {detail !== undefined && `：${detail}`}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
