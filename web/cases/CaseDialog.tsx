import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface CaseDialogProps {
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** The button that does it; already translated. */
  doIt: string;
  isDanger?: boolean;
  /** Nothing can be sent yet. */
  isIncomplete: boolean;
  busy: boolean;
  onSend: () => void;
  maxWidth?: 'sm' | 'md';
}

/** One step of a case in a dialog. A click beside it does not throw away what was typed. */
export function CaseDialog(props: CaseDialogProps) {
  const { title, children, onClose, doIt, isDanger, isIncomplete, busy, onSend, maxWidth = 'sm' } = props;
  const translate = useTranslate();
  return (
    <Dialog
      open
      onClose={(_, why) => why !== 'backdropClick' && onClose()}
      fullWidth
      maxWidth={maxWidth}
      aria-labelledby="case-dialog"
      slotProps={{
        paper: { sx: { mx: { xs: 1, sm: 4 }, width: { xs: 'calc(100% - 16px)', sm: undefined } } },
      }}
    >
      <DialogTitle id="case-dialog">{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button
          variant="contained"
          color={isDanger ? 'error' : 'primary'}
          disabled={busy || isIncomplete}
          onClick={onSend}
        >
          {doIt}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
