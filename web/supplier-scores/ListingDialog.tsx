import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** A step of a listing; a click beside it does not throw away what was typed. */
export function ListingDialog(props: {
  title: string;
  text: string;
  children: ReactNode;
  isIncomplete: boolean;
  onSend: () => void;
  onClose: () => void;
}) {
  const { title, text, children, isIncomplete, onSend, onClose } = props;
  const translate = useTranslate();
  return (
    <Dialog
      open
      onClose={(_, why) => why !== 'backdropClick' && onClose()}
      fullWidth
      maxWidth="sm"
      aria-labelledby="listing-dialog"
    >
      <DialogTitle id="listing-dialog">{title}</DialogTitle>
      <DialogContent>
        <Alert severity="info" icon={false} sx={{ mb: 1 }}>
          {text}
        </Alert>
        {children}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('house.action.cancel')}</Button>
        <Button variant="contained" disabled={isIncomplete} onClick={onSend}>
          {title}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
