import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocaleState } from 'react-admin';
import { addDays, today } from '../fields/day.ts';
import { PdfPreview } from '../fields/PdfPreview.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { queryText } from '../shell/data-provider.ts';
import { LOCALES } from '../shell/i18n.ts';
import { CaseDialog } from './CaseDialog.tsx';
import type { CaseRecord } from './case.ts';

const USUAL_DAYS = 7;

/** The letter to the brand: read it as it would go, then freeze it with its deadline. */
export function LetterDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const { run, busy } = useVerb();
  const [locale] = useLocaleState();
  const [lang, setLang] = useState(locale === 'en' ? 'en' : 'zh');
  const [answerBy, setAnswerBy] = useState(() => addDays(today(), USUAL_DAYS));
  const [demands, setDemands] = useState('');
  // A letter is not drawn anew with every key: only when the field is left.
  const [read, setRead] = useState('');
  const isDay = /^\d{4}-\d\d-\d\d$/.test(answerBy) && answerBy > today();
  const send = () =>
    run((provider) => provider.verb('cases', one.id, 'notify', { answerBy, demands: demands.trim(), lang }), {
      onDone: onClose,
    });
  return (
    <CaseDialog
      title={word('verb.notifyBrand')}
      doIt={word('brand.send')}
      onClose={onClose}
      busy={busy}
      isIncomplete={!isDay}
      onSend={() => void send()}
      maxWidth="md"
    >
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextField
          label={word('brand.answerBy')}
          type="date"
          value={answerBy}
          onChange={(event) => setAnswerBy(event.target.value)}
          required
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: addDays(today(), 1) } }}
        />
        <TextField
          select
          label={word('brand.lang')}
          value={lang}
          onChange={(event) => setLang(event.target.value)}
        >
          {LOCALES.map((one) => (
            <MenuItem key={one.locale} value={one.locale}>
              {one.name}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <TextField
        label={word('brand.demands')}
        value={demands}
        onChange={(event) => setDemands(event.target.value)}
        onBlur={() => setRead(demands.trim())}
        helperText={word('brand.demandsHelp')}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <Typography color="text.secondary" sx={{ my: 1 }}>
        {word('brand.preview')}
      </Typography>
      {isDay && (
        <PdfPreview
          path={`/cases/${one.id}/letter.pdf${queryText({ answerBy, demands: read, lang })}`}
          fileName={`${one.no}.pdf`}
        />
      )}
    </CaseDialog>
  );
}
