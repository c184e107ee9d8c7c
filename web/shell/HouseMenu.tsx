import type { SvgIconComponent } from '@mui/icons-material';
import HomeIcon from '@mui/icons-material/SpaceDashboardOutlined';
import { alpha, Box, ButtonBase, Typography } from '@mui/material';
import { useGetResourceLabel, useTranslate } from 'react-admin';
import { NavLink } from 'react-router-dom';
import { useMe } from './me-context.ts';
import type { MenuGroup } from './resource-entry.ts';
import { resourcesFor } from './resources.tsx';

const GROUPS: readonly Exclude<MenuGroup, null>[] = ['people', 'goods', 'money', 'settings'];

/** What this user may open, in groups; what the policy refuses is not shown. */
export function HouseMenu({ onPick }: { onPick: () => void }) {
  const translate = useTranslate();
  const label = useGetResourceLabel();
  const entries = resourcesFor(useMe());
  return (
    <Box component="nav" aria-label="FairCast" sx={{ px: 1, pb: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, height: 56, px: 1, mb: 0.5 }}>
        <img src="/mark.svg" alt="" width={26} height={26} />
        <Typography component="span" sx={{ fontWeight: 700, whiteSpace: 'nowrap' }}>
          {translate('house.brand')}
        </Typography>
      </Box>
      <Item to="/" icon={HomeIcon} text={translate('ra.page.dashboard')} onPick={onPick} />
      {GROUPS.map((group) => {
        const own = entries.filter((entry) => entry.group === group);
        if (own.length === 0) return null;
        return (
          <Box key={group} sx={{ mt: 2 }}>
            <Typography
              variant="caption"
              component="h2"
              sx={{ px: 1.25, color: 'text.secondary', fontWeight: 600 }}
            >
              {translate(`house.menu.${group}`)}
            </Typography>
            {own.map((entry) => (
              <Item
                key={entry.name}
                to={`/${entry.name}`}
                icon={entry.icon}
                text={label(entry.name, 2)}
                onPick={onPick}
              />
            ))}
          </Box>
        );
      })}
    </Box>
  );
}

function Item(props: { to: string; icon: SvgIconComponent; text: string; onPick: () => void }) {
  const Icon = props.icon;
  return (
    <ButtonBase
      component={NavLink}
      to={props.to}
      end={props.to === '/'}
      onClick={props.onPick}
      sx={(theme) => ({
        display: 'flex',
        justifyContent: 'flex-start',
        gap: 1.25,
        width: '100%',
        minHeight: { xs: 44, md: 36 },
        px: 1.25,
        my: 0.25,
        borderRadius: 1,
        fontSize: '0.95rem',
        color: 'text.primary',
        '& svg': { fontSize: 20, color: 'text.secondary' },
        '&:hover': { backgroundColor: alpha(theme.palette.primary.main, 0.06) },
        '&.active': {
          backgroundColor: alpha(theme.palette.primary.main, 0.12),
          color: 'primary.main',
          fontWeight: 650,
        },
        '&.active svg': { color: 'primary.main' },
      })}
    >
      <Icon aria-hidden />
      {props.text}
    </ButtonBase>
  );
}
