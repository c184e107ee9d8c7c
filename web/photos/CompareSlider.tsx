import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Homography, layOver } from './lay-over.ts';
import { imageUrl } from './photo.ts';
import { useWidth } from './use-width.ts';

interface SliderPhoto {
  photoId: number;
  width: number;
  height: number;
}

interface CompareSliderProps {
  sealed: SliderPhoto;
  shipped: SliderPhoto;
  /** From the sealed photo to the shipped one, when the comparison found the label there. */
  homography: Homography | null;
}

/**
 * The shipped photo drawn over the sealed one, up to a line that is dragged or moved by arrow keys; laid over it as the
 * comparison found it, or as it was taken.
 */
export function CompareSlider({ sealed, shipped, homography }: CompareSliderProps) {
  const translate = useTranslate();
  const [percent, setPercent] = useState(50);
  const [view, setView] = useState<'aligned' | 'taken'>('aligned');
  const [frame, drawnWidth] = useWidth();
  const transform =
    homography && drawnWidth > 0 ? layOver(homography, sealed, shipped, drawnWidth) : undefined;
  const isAligned = view === 'aligned' && transform !== undefined;
  const word = (key: string) => translate(`resources.photos.slider.${key}`);
  const picture = {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    objectFit: 'contain',
  } as const;
  const laidOver = { position: 'absolute', left: 0, top: 0, width: '100%', transformOrigin: '0 0' } as const;
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
      {transform && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          aria-label={word('view')}
          onChange={(_, next) => next && setView(next)}
          sx={{ mb: 1 }}
        >
          {(['aligned', 'taken'] as const).map((one) => (
            <ToggleButton key={one} value={one} sx={{ py: 0.25, textTransform: 'none' }}>
              {word(one)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <Box
        ref={frame}
        style={{ aspectRatio: `${sealed.width} / ${sealed.height}` }}
        sx={{ position: 'relative', borderRadius: 1, overflow: 'hidden', backgroundColor: '#16191a' }}
      >
        <Box
          component="img"
          src={imageUrl(shipped.photoId)}
          alt={word('shipped')}
          style={isAligned ? { aspectRatio: `${shipped.width} / ${shipped.height}`, transform } : undefined}
          sx={isAligned ? laidOver : picture}
        />
        <Box
          component="img"
          src={imageUrl(sealed.photoId)}
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
      <Box sx={{ color: 'text.secondary', fontSize: '0.9rem', mt: 0.5 }}>
        {word(isAligned ? 'helpAligned' : 'help')}
      </Box>
    </Box>
  );
}
