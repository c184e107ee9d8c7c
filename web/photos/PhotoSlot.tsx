import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useFaceWord } from './face-words.ts';
import { PhotoNotes } from './PhotoNotes.tsx';
import { imageUrl, type Photo } from './photo.ts';
import { TakePhoto } from './TakePhoto.tsx';
import { UploadNote } from './UploadNote.tsx';
import type { PhotoQueue } from './use-photo-queue.ts';

interface PhotoSlotProps {
  face: string;
  photo: Photo | undefined;
  queue: PhotoQueue;
  /** Beside the name of the face. */
  right?: ReactNode;
  /** Instead of the photo itself. */
  picture?: ReactNode;
  /** The sealed photo of the face, to hold the camera alike. */
  sealedPhotoId?: number;
  sealedText?: string;
}

/** One face: take it, see whether it is any good, take it again. */
export function PhotoSlot({ face, photo, queue, right, picture, sealedPhotoId, sealedText }: PhotoSlotProps) {
  const faceWord = useFaceWord();
  const upload = queue.uploads.find(({ slot }) => slot === face);
  const name = faceWord(face);
  return (
    <Box
      component="section"
      aria-label={name}
      sx={{ display: 'grid', gap: 1, py: 1.5, borderTop: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography component="h3" variant="subtitle2" sx={{ flex: 1 }}>
          {name}
        </Typography>
        {right}
      </Box>
      {(photo || sealedPhotoId !== undefined) &&
        (picture ?? (
          <Box
            sx={{
              display: 'grid',
              gap: 1,
              gridTemplateColumns: sealedPhotoId === undefined ? '1fr' : '1fr 1fr',
            }}
          >
            {sealedPhotoId !== undefined && (
              <Picture photoId={sealedPhotoId} name={`${sealedText} ${name}`} />
            )}
            {photo && <Picture photoId={photo.id} name={name} />}
          </Box>
        ))}
      {photo && <PhotoNotes photo={photo} />}
      {upload && (
        <UploadNote upload={upload} onRetry={() => queue.retry(face)} onDrop={() => queue.drop(face)} />
      )}
      <TakePhoto name={name} isAgain={photo !== undefined} onFile={(file) => queue.add(face, file)} />
    </Box>
  );
}

function Picture({ photoId, name }: { photoId: number; name: string }) {
  return (
    <Box
      component="img"
      src={imageUrl(photoId)}
      alt={name}
      loading="lazy"
      sx={{
        width: '100%',
        maxHeight: 320,
        objectFit: 'contain',
        borderRadius: 1,
        backgroundColor: 'action.hover',
      }}
    />
  );
}
