import type { SvgIconComponent } from '@mui/icons-material';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Nothing here yet, and what to do about it: a sentence, and usually the button that does it. */
export function EmptyState(props: {
  text: string;
  icon?: SvgIconComponent;
  action?: ReactNode;
  dense?: boolean;
}) {
  const Icon = props.icon ?? InboxIcon;
  return (
    <Box sx={{ textAlign: 'center', py: props.dense ? 3 : 8, px: 2, color: 'text.secondary' }}>
      <Icon sx={{ fontSize: props.dense ? 32 : 48, opacity: 0.45, mb: 1 }} aria-hidden />
      <Typography sx={{ maxWidth: 440, mx: 'auto', mb: props.action ? 2 : 0 }}>{props.text}</Typography>
      {props.action}
    </Box>
  );
}
