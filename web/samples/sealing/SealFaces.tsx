import AddIcon from '@mui/icons-material/Add';
import { Alert, Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFaceWord } from '../../photos/face-words.ts';
import { MarkPhoto } from '../../photos/MarkPhoto.tsx';
import { PhotoSlot } from '../../photos/PhotoSlot.tsx';
import { FACES } from '../../photos/photo.ts';
import type { PhotoQueue } from '../../photos/use-photo-queue.ts';
import { emptyFace, type FaceDraft, type SealDraft } from './draft.ts';

interface SealFacesProps {
  draft: SealDraft;
  onChange: (draft: SealDraft) => void;
  queue: PhotoQueue;
  /** Faces whose label has no outline yet. */
  unmarked: readonly string[];
}

/** Every face photographed and marked; a face more is one press away. */
export function SealFaces({ draft, onChange, queue, unmarked }: SealFacesProps) {
  const translate = useTranslate();
  const faceWord = useFaceWord();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const word = (key: string) => translate(`resources.samples.seal.${key}`);
  const change = (changed: FaceDraft) =>
    onChange({ ...draft, faces: draft.faces.map((one) => (one.face === changed.face ? changed : one)) });
  const rest = FACES.filter((face) => !draft.faces.some((one) => one.face === face));
  return (
    <>
      <Alert severity="info" icon={false} sx={{ mb: 1 }}>
        {word('photosHelp')}
      </Alert>
      {draft.faces.map((one) => (
        <PhotoSlot
          key={one.face}
          face={one.face}
          photo={one.photo ?? undefined}
          queue={queue}
          right={
            !one.photo && (
              <Button
                onClick={() => {
                  queue.drop(one.face);
                  onChange({ ...draft, faces: draft.faces.filter(({ face }) => face !== one.face) });
                }}
              >
                {word('leaveOut')}
              </Button>
            )
          }
          picture={
            one.photo && (
              <>
                {unmarked.includes(one.face) && <Alert severity="warning">{word('markFirst')}</Alert>}
                <MarkPhoto
                  photo={one.photo}
                  alt={faceWord(one.face)}
                  marks={one}
                  onChange={(marks) => change({ ...one, ...marks })}
                />
              </>
            )
          }
        />
      ))}
      {rest.length > 0 && (
        <Button startIcon={<AddIcon />} onClick={(event) => setAnchor(event.currentTarget)} sx={{ mt: 1 }}>
          {word('addFace')}
        </Button>
      )}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {rest.map((face) => (
          <MenuItem
            key={face}
            onClick={() => {
              setAnchor(null);
              onChange({ ...draft, faces: [...draft.faces, emptyFace(face)] });
            }}
          >
            {faceWord(face)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
