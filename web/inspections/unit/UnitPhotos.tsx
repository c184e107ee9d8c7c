import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../fields/HouseShow.tsx';
import { PhotoSlot } from '../../photos/PhotoSlot.tsx';
import type { PhotoQueue } from '../../photos/use-photo-queue.ts';
import type { SealFaces } from '../inspection.ts';
import { barcodeOn, type UnitDraft } from './unit-draft.ts';

/** Each sealed face with the sealed photo beside it, and the barcode if no face shows it. */
export function UnitPhotos({ draft, seal, queue }: { draft: UnitDraft; seal: SealFaces; queue: PhotoQueue }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.unit.${key}`, options);
  const code = barcodeOn(Object.values(draft.photos), seal.attributes.gtin);
  return (
    <Section title="resources.inspections.unit.photos">
      <Alert severity="info" icon={false}>
        {word('photosHelp')}
      </Alert>
      {[...seal.faces, undefined].map((face) => {
        const name = face?.face ?? 'barcode';
        // The sealed sample may have a close-up of its own.
        if (!face && seal.faces.some((one) => one.face === name)) return null;
        const used = draft.used[name];
        return (
          <Box key={name}>
            <PhotoSlot
              face={name}
              photo={draft.photos[name]}
              queue={queue}
              sealedPhotoId={face?.photoId}
              sealedText={translate('resources.photos.slider.sealed')}
            />
            {used && (
              <Alert severity="error">
                {used.kind === 'unit'
                  ? translate('resources.photos.usedForUnit', { no: used.unitNo })
                  : translate('resources.photos.usedForSample')}
              </Alert>
            )}
          </Box>
        );
      })}
      {code && (
        <Alert severity={code.isSealed ? 'success' : 'error'} sx={{ mt: 1 }}>
          {word(code.isSealed ? 'codeIsSealed' : 'codeIsOther', {
            text: code.text,
            sealed: seal.attributes.gtin ?? '—',
          })}
        </Alert>
      )}
      {!code && Object.keys(draft.photos).length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {word('codeNotRead')}
        </Alert>
      )}
    </Section>
  );
}
