import { Box } from '@mui/material';
import type { PhotoBox } from './photo.ts';
import { imageUrl } from './photo.ts';

export interface DrawnBox {
  id: number;
  box: PhotoBox;
  state: 'open' | 'upheld' | 'dismissed';
  /** Said to who cannot see where it is. */
  name: string;
}

interface BoxedPhotoProps {
  photoId: number;
  alt: string;
  width: number;
  height: number;
  boxes: readonly DrawnBox[];
  selected?: number;
  onSelect?: (id: number) => void;
}

const COLOURS: Record<DrawnBox['state'], string> = {
  open: '#ffb020',
  upheld: '#e5484d',
  dismissed: '#9aa5a5',
};

/** A photo with the places to look at, each a button. */
export function BoxedPhoto({ photoId, alt, width, height, boxes, selected, onSelect }: BoxedPhotoProps) {
  return (
    <Box sx={{ position: 'relative', lineHeight: 0, borderRadius: 1, overflow: 'hidden' }}>
      <Box
        component="img"
        src={imageUrl(photoId)}
        alt={alt}
        style={{ aspectRatio: `${width} / ${height}` }}
        sx={{ width: '100%', display: 'block' }}
      />
      {boxes.map(({ id, box, state, name }) => (
        <Box
          component="button"
          type="button"
          key={id}
          aria-label={name}
          aria-pressed={selected === id}
          onClick={() => onSelect?.(id)}
          style={{
            left: `${((box.x + box.width / 2) / width) * 100}%`,
            top: `${((box.y + box.height / 2) / height) * 100}%`,
            width: `${(box.width / width) * 100}%`,
            height: `${(box.height / height) * 100}%`,
          }}
          sx={{
            position: 'absolute',
            p: 0,
            // around the place and not upon it, and large enough for a finger around its middle
            boxSizing: 'content-box',
            transform: 'translate(-50%, -50%)',
            minWidth: 24,
            minHeight: 24,
            border: `3px ${state === 'dismissed' ? 'dashed' : 'solid'} ${COLOURS[state]}`,
            borderRadius: 0.5,
            boxShadow:
              selected === id
                ? '0 0 0 2px #fff, 0 0 0 4px rgba(0, 0, 0, 0.7)'
                : '0 0 0 1px rgba(0, 0, 0, 0.5)',
            backgroundColor: selected === id ? 'rgba(255, 255, 255, 0.18)' : 'transparent',
            cursor: 'pointer',
          }}
        />
      ))}
    </Box>
  );
}
