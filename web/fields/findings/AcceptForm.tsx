import { Box, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AcceptanceForm, Word } from './acceptance.ts';

/** The exact sentences that will be kept, the hashes of what they are about, and the name typed under them. */
export function AcceptForm({
  form,
  word,
  onChange,
}: {
  form: AcceptanceForm;
  word: Word;
  onChange: (word: Word) => void;
}) {
  const translate = useTranslate();
  const say = (key: string) => translate(`resources.findings.accept.${key}`);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="body2" color="text.secondary">
        {say('exact')}
      </Typography>
      <Box
        component="blockquote"
        sx={{
          m: 0,
          px: 2,
          py: 1.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          backgroundColor: 'background.default',
        }}
      >
        {form.statement}
      </Box>
      <FormControlLabel
        control={
          <Checkbox
            checked={word.isRead}
            onChange={(event) => onChange({ ...word, isRead: event.target.checked })}
          />
        }
        label={say(`read_${form.side}`)}
      />
      <TextField
        label={say('name')}
        value={word.signerName}
        onChange={(event) => onChange({ ...word, signerName: event.target.value })}
        helperText={say('nameHelp')}
        required
        slotProps={{ htmlInput: { maxLength: 80, autoComplete: 'name' } }}
      />
    </Box>
  );
}
