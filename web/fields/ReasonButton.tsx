import { Button, type ButtonProps, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Reason } from '../../api/domain/error.ts';
import { useMe } from '../shell/me-context.ts';

export type ReasonButtonProps = Omit<ButtonProps, 'disabled'> & {
  /** Why it is refused: the button stays in place, greyed, and says so; undefined when it may be pressed. */
  reason?: Reason | string;
  busy?: boolean;
  to?: string;
};

/**
 * A button that is never silently dead: refused, it keeps the keyboard's focus and tells its reason as a
 * tooltip and to screen readers, and a press does nothing.
 */
export function ReasonButton({ reason, busy, onClick, to, children, sx, ...props }: ReasonButtonProps) {
  const text = useReasonText(reason);
  const dead = text !== undefined || busy === true;
  const button = (
    <Button
      {...props}
      {...(to && !dead ? { component: Link, to } : {})}
      aria-disabled={dead || undefined}
      onClick={dead ? (event) => event.preventDefault() : onClick}
      sx={{ ...(dead ? { opacity: 0.45, cursor: 'not-allowed', boxShadow: 'none' } : {}), ...(sx as object) }}
    >
      {children}
    </Button>
  );
  return text ? (
    <Tooltip title={text} describeChild>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

/** The reason in the user's language: `house.reason.<code>`, else the domain's own sentence. */
export function useReasonText(reason: Reason | string | undefined): string | undefined {
  const translate = useTranslate();
  const me = useMe();
  if (reason === undefined || typeof reason === 'string') return reason;
  return translate(`house.reason.${reason.code}`, {
    _: reason.message,
    role: translate(`resources.users.values.role.${me.role}`),
  });
}
