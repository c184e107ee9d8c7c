import AccountIcon from '@mui/icons-material/AccountCircleOutlined';
import LogoutIcon from '@mui/icons-material/Logout';
import TranslateIcon from '@mui/icons-material/Translate';
import { Box, Divider, IconButton, ListItemIcon, Menu, MenuItem, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { LoadingIndicator, ToggleThemeButton, useLocaleState, useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LOCALES } from './i18n.ts';
import { useMe } from './me-context.ts';
import { NoticeBell } from './NoticeBell.tsx';

/** At the right of the top bar: refresh, light or dark, and the user's own menu with the language. */
export function UserTools() {
  const translate = useTranslate();
  const me = useMe();
  const logout = useLogout();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const other = LOCALES.find((one) => one.locale !== locale)!;
  return (
    <>
      <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
        <LoadingIndicator />
      </Box>
      <NoticeBell />
      <ToggleThemeButton />
      <Tooltip title={me.name}>
        <IconButton
          color="inherit"
          aria-label={translate('ra.auth.user_menu')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <AccountIcon />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Typography sx={{ px: 2, pt: 1, fontWeight: 650 }}>{me.name}</Typography>
        <Typography variant="body2" color="text.secondary" sx={{ px: 2, pb: 1 }}>
          {translate(`resources.users.values.role.${me.role}`)}
        </Typography>
        <Divider />
        <MenuItem component={Link} to="/me" onClick={close}>
          <ListItemIcon>
            <AccountIcon fontSize="small" />
          </ListItemIcon>
          {translate('house.user.profile')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            setLocale(other.locale);
          }}
        >
          <ListItemIcon>
            <TranslateIcon fontSize="small" />
          </ListItemIcon>
          {other.name}
        </MenuItem>
        <MenuItem onClick={() => logout()}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          {translate('house.user.logout')}
        </MenuItem>
      </Menu>
    </>
  );
}
