import StopIcon from '@mui/icons-material/BlockOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMe } from '../shell/me-context.ts';
import { chinaDay } from './day.ts';
import { NamedLink } from './RowLink.tsx';

export interface StopSaleFlag {
  /** null: the reader does not see cases. */
  caseId: number | null;
  caseNo: string;
  since: string;
}

/** Beside goods whose sale a case has stopped: not to be offered, whatever the plan says. */
export function StopSaleMark({ flag }: { flag: StopSaleFlag | null | undefined }) {
  const translate = useTranslate();
  const { can } = useMe();
  if (!flag) return null;
  const text = translate('resources.stop-sales.mark', { no: flag.caseNo, day: chinaDay(flag.since) ?? '' });
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color: 'error.main',
        fontSize: '0.85rem',
        fontWeight: 600,
      }}
    >
      <StopIcon aria-hidden sx={{ fontSize: 16 }} />
      {flag.caseId !== null && can.includes('cases.show') ? (
        <NamedLink resource="cases" id={flag.caseId}>
          {text}
        </NamedLink>
      ) : (
        text
      )}
    </Box>
  );
}
