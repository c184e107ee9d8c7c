import { Box, Link as MuiLink } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { StatusChip } from '../fields/StatusChip.tsx';
import { imageUrl } from '../photos/photo.ts';
import { CRITICALITY_TONES, sumOf, type Unit } from './inspection.ts';

/** A unit in a line: its first photo, what was found, what waits. */
export function UnitCard({ unit }: { unit: Unit }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.${key}`, options);
  const { open, worst, comparing } = sumOf(unit);
  const photo = unit.photos.find(({ isLatest }) => isLatest);
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        display: 'flex',
        gap: 1.5,
        px: 2,
        py: 1.25,
        alignItems: 'center',
        borderTop: 1,
        borderColor: 'divider',
        '&:hover': { backgroundColor: 'action.hover' },
      }}
    >
      {photo && (
        <Box
          component="img"
          src={imageUrl(photo.photoId, 'thumb')}
          alt=""
          sx={{ width: 52, height: 52, objectFit: 'cover', borderRadius: 1, flex: 'none' }}
        />
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <MuiLink
          component={Link}
          to={`/inspections/${unit.inspectionId}/units/${unit.id}`}
          underline="none"
          sx={{ fontWeight: 650, '&::after': { content: '""', position: 'absolute', inset: 0 } }}
        >
          {word('unitNo', { no: unit.unitNo })}
        </MuiLink>
        <Box sx={{ color: 'text.secondary', fontSize: '0.9rem', overflowWrap: 'anywhere' }}>
          {[unit.batch && word('batchOf', { batch: unit.batch }), unit.barcode, unit.recordedByName]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', justifyItems: 'end', flex: 'none', fontSize: '0.92rem' }}>
        {worst && <StatusChip value={worst} tone={CRITICALITY_TONES[worst]} text={word(`upheld.${worst}`)} />}
        {open > 0 && <StatusChip value="open" tone="wait" text={word('openRowsOf', { count: open })} />}
        {comparing > 0 && (
          <Box sx={{ color: 'text.secondary' }}>{word('comparingOf', { smart_count: comparing })}</Box>
        )}
        {!worst && open === 0 && comparing === 0 && (
          <StatusChip value="none" tone="good" text={word('noneUpheld')} />
        )}
      </Box>
    </Box>
  );
}
