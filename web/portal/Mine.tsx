import DisputeIcon from '@mui/icons-material/ForumOutlined';
import FineIcon from '@mui/icons-material/GavelOutlined';
import HoldIcon from '@mui/icons-material/GppMaybeOutlined';
import PromiseIcon from '@mui/icons-material/HandshakeOutlined';
import AccountIcon from '@mui/icons-material/ManageAccountsOutlined';
import PayoutIcon from '@mui/icons-material/PaymentsOutlined';
import TaxIcon from '@mui/icons-material/ReceiptLongOutlined';
import SampleIcon from '@mui/icons-material/VerifiedOutlined';
import {
  Box,
  Button,
  Card,
  List,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Typography,
} from '@mui/material';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { StatementDocument } from '../../api/domain/statement.ts';
import { Section } from '../fields/HouseShow.tsx';
import { useMe } from '../shell/me-context.ts';
import { useLatestStatement } from './use-latest-statement.ts';

/** Who I am here, where I am paid, what was paid, where I am signed in. */
export function Mine() {
  const translate = useTranslate();
  const { name, email } = useMe();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.mine.${key}`, options);
  return (
    <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 640 }}>
      <Title title={translate('resources.portal.name')} />
      <Section>
        <Typography variant="h6" component="h2">
          {name}
        </Typography>
        <Typography color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {email}
        </Typography>
      </Section>
      <Payee />
      <Card>
        <List disablePadding component="nav" aria-label={translate('resources.portal.name')}>
          <ListItemButton component={Link} to="/payouts">
            <ListItemIcon>
              <PayoutIcon />
            </ListItemIcon>
            <ListItemText primary={word('payouts')} />
          </ListItemButton>
          <ListItemButton component={Link} to="/holds">
            <ListItemIcon>
              <HoldIcon />
            </ListItemIcon>
            <ListItemText primary={word('holds')} />
          </ListItemButton>
          <ListItemButton component={Link} to="/disputes">
            <ListItemIcon>
              <DisputeIcon />
            </ListItemIcon>
            <ListItemText primary={word('disputes')} />
          </ListItemButton>
          <ListItemButton component={Link} to="/pay-fines">
            <ListItemIcon>
              <FineIcon />
            </ListItemIcon>
            <ListItemText primary={word('fines')} />
          </ListItemButton>
          <ListItemButton component={Link} to="/tax-withholdings">
            <ListItemIcon>
              <TaxIcon />
            </ListItemIcon>
            <ListItemText primary={word('tax')} secondary={word('taxHelp')} />
          </ListItemButton>
          <ListItemButton component={Link} to="/contract-promises">
            <ListItemIcon>
              <PromiseIcon />
            </ListItemIcon>
            <ListItemText primary={word('promises')} />
          </ListItemButton>
          <ListItemButton component={Link} to="/samples">
            <ListItemIcon>
              <SampleIcon />
            </ListItemIcon>
            <ListItemText primary={word('samples')} />
          </ListItemButton>
          <ListItemButton component={Link} to="/me" divider={false}>
            <ListItemIcon>
              <AccountIcon />
            </ListItemIcon>
            <ListItemText primary={word('account')} secondary={word('accountHelp')} />
          </ListItemButton>
        </List>
      </Card>
    </Box>
  );
}

/** The payee as the newest statement froze it: name and last four digits, never the number. */
function Payee() {
  const translate = useTranslate();
  const { statement } = useLatestStatement();
  const { data } = useGetOne<{ id: number; no: string; document?: StatementDocument }>(
    'statements',
    { id: statement?.id as number },
    { enabled: statement !== undefined },
  );
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.mine.${key}`, options);
  // A row of a list stands in until the whole record is here: it has no document.
  if (!data?.document) return null;
  const { payee, accountTail } = data.document.anchor;
  return (
    <Section title="resources.portal.mine.payee">
      {payee ? (
        <>
          <Typography>
            {payee} {accountTail && `· ${translate('resources.payouts.tail', { tail: accountTail })}`}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {word('payeeHelp', { no: data.no })}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            <Button component={Link} to="/payee-changes/create" variant="outlined">
              {translate('resources.payee-changes.request')}
            </Button>
            <Button component={Link} to="/payee-changes">
              {translate('resources.payee-changes.name', { smart_count: 2 })}
            </Button>
          </Box>
        </>
      ) : (
        <Typography color="text.secondary">{word('noPayee')}</Typography>
      )}
    </Section>
  );
}
