import StatementIcon from '@mui/icons-material/DescriptionOutlined';
import ContractIcon from '@mui/icons-material/HistoryEduOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import MineIcon from '@mui/icons-material/PersonOutlined';
import StreamIcon from '@mui/icons-material/SensorsOutlined';
import { BottomNavigation, BottomNavigationAction, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';

const PLACES = [
  { to: '/', key: 'home', icon: HomeIcon },
  { to: '/statements', key: 'statements', icon: StatementIcon },
  { to: '/streams', key: 'streams', icon: StreamIcon },
  { to: '/contracts', key: 'contracts', icon: ContractIcon },
  { to: '/portal', key: 'mine', icon: MineIcon },
] as const;

/** The anchor's five places, where the thumb is. Real links, so that a long press opens them elsewhere. */
export function PortalBar() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const at =
    PLACES.find(({ to }) => to !== '/' && pathname.startsWith(to))?.to ?? (pathname === '/' ? '/' : false);
  return (
    <Paper
      component="nav"
      square
      aria-label={translate('resources.portal.bar.name')}
      className="no-print"
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 'appBar',
        borderTop: 1,
        borderColor: 'divider',
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      <BottomNavigation showLabels value={at}>
        {PLACES.map(({ to, key, icon: Icon }) => (
          <BottomNavigationAction
            key={to}
            value={to}
            component={Link}
            to={to}
            aria-current={at === to ? 'page' : undefined}
            label={translate(`resources.portal.bar.${key}`)}
            icon={<Icon />}
            sx={{ minWidth: 0, px: 0.5 }}
          />
        ))}
      </BottomNavigation>
    </Paper>
  );
}
