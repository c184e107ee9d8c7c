import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { imageUrl } from './photo.ts';

interface CompareSliderProps {
  sealedPhotoId: number;
  shippedPhotoId: number;
  /** Of the sealed photo: both are fitted into its shape. */
  width: number;
  height: number;
}

/** The shipped photo drawn over the sealed one, up to a line that is dragged or moved by arrow keys. */
export function CompareSlider({ sealedPhotoId, shippedPhotoId, width, height }: CompareSliderProps) {
  const translate = useTranslate();
  const [percent, setPercent] = useState(50);
  const word = (key: string) => translate(`resources.photos.slider.${key}`);
  const picture = {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    objectFit: 'contain',
  } as const;
  const tag = {
    position: 'absolute',
    top: 8,
    px: 1,
    py: 0.25,
    borderRadius: 1,
    color: '#fff',
    fontSize: '0.8rem',
    backgroundColor: 'rgba(0, 0, 0, 0.65)',
    pointerEvents: 'none',
  } as const;
  return (
    <Box>
      <Box
        style={{ aspectRatio: `${width} / ${height}` }}
        sx={{ position: 'relative', borderRadius: 1, overflow: 'hidden', backgroundColor: '#16191a' }}
      >
        <Box component="img" src={imageUrl(shippedPhotoId)} alt={word('shipped')} sx={picture} />
        <Box
          component="img"
          src={imageUrl(sealedPhotoId)}
          alt={word('sealed')}
          style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}
          sx={picture}
        />
        <Box
          aria-hidden
          style={{ left: `${percent}%` }}
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            width: 2,
            ml: '-1px',
            backgroundColor: '#fff',
            boxShadow: '0 0 3px #000',
          }}
        />
        <Box sx={{ ...tag, left: 8 }}>{word('sealed')}</Box>
        <Box sx={{ ...tag, right: 8 }}>{word('shipped')}</Box>
        <Box
          component="input"
          type="range"
          min={0}
          max={100}
          value={percent}
          aria-label={word('name')}
          aria-valuetext={`${word('sealed')} ${percent} %`}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setPercent(Number(event.target.value))}
          sx={{
            position: 'absolute',
            inset: 0,
            width: '100%',
            height: '100%',
            m: 0,
            opacity: 0,
            cursor: 'ew-resize',
            touchAction: 'pan-y',
            '&:focus-visible + .focus-ring': { display: 'block' },
          }}
        />
        <Box
          aria-hidden
          className="focus-ring"
          sx={{
            display: 'none',
            position: 'absolute',
            inset: 0,
            border: 3,
            borderColor: 'secondary.main',
            pointerEvents: 'none',
          }}
        />
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.9rem', mt: 0.5 }}>{word('help')}</Box>
    </Box>
  );
}
