import MenuIcon from '@mui/icons-material/Menu';
import { Box, Drawer, IconButton, type Theme, useMediaQuery } from '@mui/material';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import {
  CheckForApplicationUpdate,
  Loading,
  SkipNavigationButton,
  TitlePortal,
  useTranslate,
} from 'react-admin';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router-dom';
import { portal } from '../portal/index.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { HouseMenu } from './HouseMenu.tsx';
import { useMe } from './me-context.ts';
import { Palette } from './Palette.tsx';
import { UserTools } from './UserTools.tsx';

const MENU_WIDTH = 208;
const PortalBar = lazy(async () => ({ default: (await portal.bar()).PortalBar }));

/** The frame of every screen: menu at the left (a drawer on a phone), title and tools on top. */
export function HouseLayout({ children }: { children: ReactNode }) {
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const { role } = useMe();
  const close = () => setOpen(false);
  return (
    <Box sx={{ display: 'flex', minHeight: '100dvh', backgroundColor: 'background.default' }}>
      <SkipNavigationButton />
      {wide ? (
        <Box
          component="aside"
          sx={{
            width: MENU_WIDTH,
            flex: 'none',
            position: 'sticky',
            top: 0,
            height: '100dvh',
            overflowY: 'auto',
            borderRight: 1,
            borderColor: 'divider',
            backgroundColor: 'background.paper',
          }}
        >
          <HouseMenu onPick={close} />
        </Box>
      ) : (
        <Drawer open={open} onClose={close} slotProps={{ paper: { sx: { width: 264 } } }}>
          <HouseMenu onPick={close} />
        </Drawer>
      )}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <Top wide={wide} onOpenMenu={() => setOpen(true)} />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, px: { xs: 1.5, sm: 3 }, pb: 6, outline: 'none' }}
        >
          <ErrorBoundary FallbackComponent={ErrorPage} resetKeys={[pathname]}>
            <Suspense fallback={<Loading />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
        {!wide && role === 'anchor' && (
          <Suspense fallback={null}>
            <PortalBar />
          </Suspense>
        )}
      </Box>
      <CheckForApplicationUpdate />
    </Box>
  );
}

function Top({ wide, onOpenMenu }: { wide: boolean; onOpenMenu: () => void }) {
  const translate = useTranslate();
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        height: 56,
        px: { xs: 0.5, sm: 3 },
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        borderBottom: 1,
        borderColor: 'divider',
        backgroundColor: 'background.default',
      }}
    >
      {!wide && (
        <IconButton onClick={onOpenMenu} aria-label={translate('house.action.openMenu')}>
          <MenuIcon />
        </IconButton>
      )}
      <TitlePortal
        variant="h5"
        component="h1"
        sx={{ '& *': { overflow: 'hidden', textOverflow: 'ellipsis' }, '& > span': { display: 'block' } }}
      />
      <Palette />
      <UserTools />
    </Box>
  );
}
