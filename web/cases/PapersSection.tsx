import { Box, Typography } from '@mui/material';
import { useLocaleState } from 'react-admin';
import { Section } from '../fields/HouseShow.tsx';
import { PdfLinks } from '../fields/PdfPreview.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useWord } from '../fields/use-word.ts';
import { useWhyNot } from '../shell/me-context.ts';
import type { CaseRecord } from './case.ts';

/** Whom to refund or tell, and the file that proves what was done. */
export function PapersSection({ one }: { one: CaseRecord }) {
  const word = useWord('resources.cases.papers');
  const whyNot = useWhyNot();
  const [locale] = useLocaleState();
  const lang = locale === 'en' ? 'en' : 'zh';
  const download = (path: string, name: string, action: string, text: string) => {
    const reason = whyNot(action);
    return (
      <ReasonButton
        variant="outlined"
        reason={reason}
        {...(reason ? {} : { component: 'a', href: `/api/cases/${one.id}/${path}`, download: name })}
      >
        {text}
      </ReasonButton>
    );
  };
  return (
    <Section title="resources.cases.section.papers">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {(['refund', 'notice'] as const).map((purpose) => (
          <Box key={purpose}>
            {download(`buyers.csv?for=${purpose}`, `${one.no}-${purpose}.csv`, 'cases.buyers', word(purpose))}
          </Box>
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5, mb: 1.5 }}>
        {word('buyersHelp')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {download(`evidence-pack?lang=${lang}`, `${one.no}.zip`, 'cases.pack', word('pack'))}
        {!whyNot('cases.pack') && (
          <PdfLinks path={`/cases/${one.id}/evidence-pack.pdf?lang=${lang}`} fileName={`${one.no}-E.pdf`} />
        )}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {word('packHelp')}
      </Typography>
    </Section>
  );
}
