import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { cornersText } from './marks.ts';
import { imageUrl, type Point } from './photo.ts';

export interface MarkedPhotoProps {
  photoId: number;
  alt: string;
  width: number;
  height: number;
  outline: readonly Point[];
  variableZones: readonly (readonly Point[])[];
  children?: ReactNode;
}

/** A sealed face: the label's outline drawn through, the places that change honestly shaded. */
export function MarkedPhoto(props: MarkedPhotoProps) {
  const { photoId, alt, width, height, outline, variableZones, children } = props;
  return (
    <Box sx={{ position: 'relative', lineHeight: 0, borderRadius: 1, overflow: 'hidden' }}>
      <Box
        component="img"
        src={imageUrl(photoId)}
        alt={alt}
        draggable={false}
        style={{ aspectRatio: `${width} / ${height}` }}
        sx={{ width: '100%', display: 'block', userSelect: 'none' }}
      />
      <Box
        component="svg"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden
        sx={{
          position: 'absolute',
          inset: 0,
          width: '100%',
          height: '100%',
          pointerEvents: 'none',
          '& polygon': { vectorEffect: 'non-scaling-stroke', strokeWidth: 2 },
          '& .outline': { fill: 'none', stroke: '#19d3c5' },
          '& .zone': { fill: 'rgba(255, 176, 32, 0.28)', stroke: '#ffb020', strokeDasharray: '5 4' },
        }}
      >
        {outline.length > 2 && <polygon className="outline" points={cornersText(outline)} />}
        {variableZones.map((zone) => (
          <polygon key={cornersText(zone)} className="zone" points={cornersText(zone)} />
        ))}
      </Box>
      {children}
    </Box>
  );
}
