import { Box, Button } from '@mui/material';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Loupe } from './Loupe.tsx';
import { MarkedPhoto } from './MarkedPhoto.tsx';
import { moveCorner, startOutline, startZone, stepOf } from './marks.ts';
import type { Photo, Point } from './photo.ts';

export interface Marks {
  outline: readonly Point[];
  variableZones: readonly (readonly Point[])[];
}

interface MarkPhotoProps {
  photo: Pick<Photo, 'id' | 'width' | 'height'>;
  alt: string;
  marks: Marks;
  onChange: (marks: Marks) => void;
}

/** The label's four corners and the places for batch and dates, dragged by finger or mouse, or moved by arrow keys. */
export function MarkPhoto({ photo, alt, marks, onChange }: MarkPhotoProps) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.photos.mark.${key}`, options);
  const frame = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Point>();
  const { outline, variableZones } = marks;
  const setZone = (at: number, zone: readonly Point[]) =>
    onChange({ ...marks, variableZones: variableZones.map((one, index) => (index === at ? zone : one)) });
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = frame.current!.getBoundingClientRect();
    return [
      ((clientX - box.left) / box.width) * photo.width,
      ((clientY - box.top) / box.height) * photo.height,
    ];
  };
  const handle = (polygon: readonly Point[], index: number, name: string, put: (next: Point[]) => void) => (
    <Handle
      key={name}
      at={polygon[index]!}
      photo={photo}
      name={name}
      isZone={polygon !== outline}
      onDrag={(event) => {
        const to = pointOf(event);
        setHeld(to);
        put(moveCorner(polygon, index, to, photo));
      }}
      onDrop={() => setHeld(undefined)}
      onStep={([x, y]) =>
        put(moveCorner(polygon, index, [polygon[index]![0] + x, polygon[index]![1] + y], photo))
      }
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box ref={frame} sx={{ position: 'relative', maxWidth: 560 }}>
        <MarkedPhoto photoId={photo.id} alt={alt} width={photo.width} height={photo.height} {...marks} />
        {outline.map((_, index) =>
          handle(outline, index, word('corner', { no: index + 1 }), (next) =>
            onChange({ ...marks, outline: next }),
          ),
        )}
        {variableZones.flatMap((zone, at) =>
          zone.map((_, index) =>
            handle(zone, index, word('zoneCorner', { zone: at + 1, no: index + 1 }), (next) =>
              setZone(at, next),
            ),
          ),
        )}
        {held && <Loupe photo={photo} at={held} />}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {outline.length === 0 && (
          <Button variant="contained" onClick={() => onChange({ ...marks, outline: startOutline(photo) })}>
            {word('addOutline')}
          </Button>
        )}
        {outline.length > 0 && (
          <Button
            variant="outlined"
            onClick={() => onChange({ ...marks, variableZones: [...variableZones, startZone(photo)] })}
          >
            {word('addZone')}
          </Button>
        )}
        {variableZones.length > 0 && (
          <Button onClick={() => onChange({ ...marks, variableZones: variableZones.slice(0, -1) })}>
            {word('removeZone')}
          </Button>
        )}
      </Box>
      {outline.length > 0 && <Box sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>{word('help')}</Box>}
    </Box>
  );
}

interface HandleProps {
  at: Point;
  photo: Pick<Photo, 'width' | 'height'>;
  name: string;
  isZone: boolean;
  onDrag: (event: PointerEvent) => void;
  onDrop: () => void;
  onStep: (step: Point) => void;
}

/** Large enough for a thumb, drawn small enough to see the corner under it. */
function Handle({ at: [x, y], photo, name, isZone, onDrag, onDrop, onStep }: HandleProps) {
  const place = { left: `${(x / photo.width) * 100}%`, top: `${(y / photo.height) * 100}%` };
  return (
    <Box
      component="button"
      type="button"
      aria-label={`${name} (${x}, ${y})`}
      style={place}
      onPointerDown={(event: PointerEvent<HTMLButtonElement>) =>
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      onPointerMove={(event: PointerEvent<HTMLButtonElement>) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(event);
      }}
      onPointerUp={onDrop}
      onPointerCancel={onDrop}
      onKeyDown={(event: React.KeyboardEvent) => {
        const step = stepOf(event.key, event.shiftKey, photo);
        if (!step) return;
        event.preventDefault();
        onStep(step);
      }}
      sx={{
        position: 'absolute',
        width: 36,
        height: 36,
        p: 0,
        m: '-18px 0 0 -18px',
        border: 0,
        borderRadius: '50%',
        background: 'transparent',
        touchAction: 'none',
        cursor: 'grab',
        '&::after': {
          content: '""',
          position: 'absolute',
          inset: 11,
          borderRadius: '50%',
          border: '2px solid #fff',
          boxShadow: '0 0 0 1px rgba(0, 0, 0, 0.6)',
          backgroundColor: isZone ? '#ffb020' : '#0e8f86',
        },
      }}
    />
  );
}
