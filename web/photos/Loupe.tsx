import { Box } from '@mui/material';
import { imageUrl, type Photo, type Point } from './photo.ts';

const SIZE = 112;
const ZOOM = 3;
/** Width of the photo in the loupe before it is magnified. */
const BASE = 340;

/** What is under the finger, magnified in the corner the finger is not in. */
export function Loupe({ photo, at: [x, y] }: { photo: Pick<Photo, 'id' | 'width' | 'height'>; at: Point }) {
  const scale = (BASE * ZOOM) / photo.width;
  const isLeft = x < photo.width / 2;
  return (
    <Box
      aria-hidden
      style={{
        backgroundImage: `url("${imageUrl(photo.id)}")`,
        backgroundSize: `${photo.width * scale}px ${photo.height * scale}px`,
        backgroundPosition: `${SIZE / 2 - x * scale}px ${SIZE / 2 - y * scale}px`,
      }}
      sx={{
        position: 'absolute',
        top: 8,
        ...(isLeft ? { right: 8 } : { left: 8 }),
        width: SIZE,
        height: SIZE,
        borderRadius: '50%',
        border: '3px solid #fff',
        boxShadow: 3,
        backgroundColor: '#222',
        backgroundRepeat: 'no-repeat',
        pointerEvents: 'none',
        '&::after': {
          content: '""',
          position: 'absolute',
          inset: 0,
          background:
            'linear-gradient(#ffb020, #ffb020) center / 1px 24px no-repeat, linear-gradient(#ffb020, #ffb020) center / 24px 1px no-repeat',
        },
      }}
    />
  );
}
