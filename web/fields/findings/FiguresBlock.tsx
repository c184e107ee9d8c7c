import { Box, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { useMe } from '../../shell/me-context.ts';
import { type Figure, figuresBeside } from './figure.ts';

/** What a clause costs this anchor, each figure with its working; what is not known is said, not guessed. */
export function FiguresBlock({ figures, type }: { figures: readonly Figure[] | undefined; type: string }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const { role } = useMe();
  const { known, missing } = figuresBeside(figures ?? [], type);
  const say = (figure: Figure) => (locale === 'en' ? figure.textEn : figure.text);
  const word = (key: string) => translate(`resources.findings.figures.${key}`);
  if (known.length + missing.length === 0) return null;
  return (
    <Box sx={{ borderRadius: 1, backgroundColor: 'action.hover', px: 1.5, py: 1 }}>
      <Typography variant="body2" component="h4" sx={{ fontWeight: 650 }}>
        {word(role === 'anchor' ? 'title' : 'titleStaff')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontVariantNumeric: 'tabular-nums' }}>
        {known.map((figure) => (
          <Box component="li" key={figure.key} sx={{ overflowWrap: 'anywhere' }}>
            {say(figure)}
          </Box>
        ))}
      </Box>
      {missing.length > 0 && (
        <Box component="details" sx={{ '& summary': { cursor: 'pointer' } }}>
          <summary>
            {word('missing')} ({missing.length})
          </summary>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {missing.map((figure) => (
              <li key={figure.key}>{say(figure)}</li>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}
