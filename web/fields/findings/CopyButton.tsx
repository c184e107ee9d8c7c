import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Button, type ButtonProps } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

/** Puts words on the clipboard and says so. `text` is worked out when it is pressed. */
export function CopyButton({
  text,
  label,
  ...props
}: Omit<ButtonProps, 'onClick'> & { text: () => string; label?: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      notify('house.action.copied', { type: 'success' });
    } catch {
      // A browser may refuse the clipboard outside of https: the words are on the screen, to be marked by hand.
      notify('resources.findings.copyRefused', { type: 'warning' });
    }
  };
  return (
    <Button startIcon={<CopyIcon />} {...props} onClick={() => void copy()}>
      {label ?? translate('house.action.copy')}
    </Button>
  );
}
