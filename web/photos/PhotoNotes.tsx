import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import { type Photo, type Quality, qualityOf } from './photo.ts';

const TONES: Record<Quality, Tone> = { blurred: 'bad', soft: 'wait', clear: 'good' };

/** What a photo says of itself: how sharp it is, the codes read on it, and other photos that look alike. */
export function PhotoNotes({ photo }: { photo: Photo }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.photos.${key}`, options);
  const quality = qualityOf(photo);
  const alike = [
    ...new Set(
      photo.warnings.map(({ usedFor }) =>
        usedFor?.kind === 'unit'
          ? word('ofUnit', { no: usedFor.unitNo })
          : word(usedFor ? 'ofSample' : 'ofNothing'),
      ),
    ),
  ];
  return (
    <Box sx={{ display: 'grid', gap: 0.25, fontSize: '0.9rem', overflowWrap: 'anywhere' }}>
      <Box sx={{ '& span': { whiteSpace: 'normal' } }}>
        <StatusChip value={quality} tone={TONES[quality]} text={word(`quality.${quality}`)} />
      </Box>
      {photo.barcodes.map(({ format, text }) => (
        <Box key={`${format} ${text}`}>
          {word('read', { text })}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {format}
          </Box>
        </Box>
      ))}
      {photo.warnings.length > 0 && (
        <Box sx={{ color: 'warning.main' }}>
          {word('alike', { smart_count: photo.warnings.length, what: alike.join(word('comma')) })}
        </Box>
      )}
    </Box>
  );
}
