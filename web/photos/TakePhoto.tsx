import CameraIcon from '@mui/icons-material/PhotoCameraOutlined';
import ChooseIcon from '@mui/icons-material/PhotoLibraryOutlined';
import { Box } from '@mui/material';
import { type ChangeEvent, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { ReasonButton } from '../fields/ReasonButton.tsx';

interface TakePhotoProps {
  /** Whose photo it is, for who cannot see the button's place. */
  name: string;
  isAgain?: boolean;
  reason?: Parameters<typeof ReasonButton>[0]['reason'];
  onFile: (file: File) => void;
}

/** The camera of a phone, or a photo that was taken before. */
export function TakePhoto({ name, isAgain, reason, onFile }: TakePhotoProps) {
  const translate = useTranslate();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const word = (key: string) => translate(`resources.photos.${key}`);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same photo again is a change too.
    event.target.value = '';
    if (file) onFile(file);
  };
  const shared = { type: 'file', accept: 'image/*', hidden: true, onChange: take } as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <input {...shared} ref={camera} capture="environment" data-photo={`${name}-camera`} />
      <input {...shared} ref={album} data-photo={name} />
      <ReasonButton
        variant={isAgain ? 'outlined' : 'contained'}
        startIcon={<CameraIcon />}
        reason={reason}
        aria-label={`${word(isAgain ? 'again' : 'take')} ${name}`}
        sx={{ minHeight: 40 }}
        onClick={() => camera.current?.click()}
      >
        {word(isAgain ? 'again' : 'take')}
      </ReasonButton>
      <ReasonButton
        variant="outlined"
        startIcon={<ChooseIcon />}
        reason={reason}
        aria-label={`${word('choose')} ${name}`}
        sx={{ minHeight: 40 }}
        onClick={() => album.current?.click()}
      >
        {word('choose')}
      </ReasonButton>
    </Box>
  );
}
