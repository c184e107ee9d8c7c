import { Alert, Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { StatusChip, type Tone } from '../../fields/StatusChip.tsx';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { BoxedPhoto } from '../../photos/BoxedPhoto.tsx';
import { CompareSlider } from '../../photos/CompareSlider.tsx';
import { useFaceWord } from '../../photos/face-words.ts';
import { imageUrl } from '../../photos/photo.ts';
import { TakePhoto } from '../../photos/TakePhoto.tsx';
import { UploadNote } from '../../photos/UploadNote.tsx';
import { usePhotoQueue } from '../../photos/use-photo-queue.ts';
import { useRefusalWord } from '../../photos/use-refusal-word.ts';
import type { HouseProvider } from '../../shell/data-provider.ts';
import { useWhyNot } from '../../shell/me-context.ts';
import { isComparing, type SealFaces, type Unit, type UnitPhoto } from '../inspection.ts';
import { DifferenceCard } from './DifferenceCard.tsx';

interface FacePanelProps {
  face: string;
  unit: Unit;
  sealed: SealFaces['faces'][number] | undefined;
  photo: UnitPhoto | undefined;
  selected: number | undefined;
  onSelect: (id: number | undefined) => void;
  /** Why nothing more is written down; undefined while the inspection is open. */
  ended: string | undefined;
}

const TONES: Record<string, Tone> = {
  no_difference: 'good',
  different: 'bad',
  cannot_compare: 'wait',
  retake: 'wait',
};

/** One face: what the comparison says, the sealed photo with the places to look at, this unit's beside it. */
export function FacePanel({ face, unit, sealed, photo, selected, onSelect, ended }: FacePanelProps) {
  const faceWord = useFaceWord();
  const found = unit.differences.filter((one) => one.origin === 'photo' && one.face === face);
  const shown = found.filter(({ id }) => id === selected);
  return (
    <Box
      component="section"
      aria-label={faceWord(face)}
      sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mb: 1 }}>
        <Typography component="h3" variant="subtitle2">
          {faceWord(face)}
        </Typography>
        <Outcome photo={photo} hasSealed={sealed !== undefined} count={found.length} />
      </Box>
      <Box
        sx={{
          display: 'grid',
          columnGap: 2,
          gridTemplateColumns: { lg: 'minmax(0, 1.6fr) minmax(280px, 1fr)' },
        }}
      >
        <Pictures {...{ face, sealed, photo, found, selected, onSelect }} />
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            p: 0,
            m: 0,
            mt: { xs: 1, lg: 0 },
            display: 'grid',
            gap: 1,
            alignContent: 'start',
          }}
        >
          {(shown.length > 0 ? [...shown, ...found.filter(({ id }) => id !== selected)] : found).map(
            (difference) => (
              <DifferenceCard
                key={difference.id}
                difference={difference}
                no={difference.box ? found.indexOf(difference) + 1 : undefined}
                isSelected={difference.id === selected}
                onSelect={() => onSelect(difference.id)}
                ended={ended}
              />
            ),
          )}
        </Box>
      </Box>
      <Retake face={face} unit={unit} photo={photo} ended={ended} />
    </Box>
  );
}

function Outcome({
  photo,
  hasSealed,
  count,
}: {
  photo: UnitPhoto | undefined;
  hasSealed: boolean;
  count: number;
}) {
  const translate = useTranslate();
  const refusalWord = useRefusalWord();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.compare.${key}`, options);
  if (!photo) return <StatusChip value="none" tone="wait" text={word('noPhoto')} />;
  const { comparison } = photo;
  if (!comparison)
    return <StatusChip value="none" tone="off" text={word(hasSealed ? 'notCompared' : 'noSealedFace')} />;
  // No bar: the page itself is not loading, another process is at work.
  if (isComparing(photo)) return <StatusChip value="running" tone="wait" text={word('running')} />;
  const key = comparison.state === 'failed' ? 'failed' : (comparison.outcome ?? 'failed');
  const { failureCode, reason } = comparison;
  const why =
    reason !== null
      ? word(`reason.${reason}`)
      : failureCode?.startsWith('photo_') && refusalWord({ code: failureCode, message: failureCode });
  return (
    <Box sx={{ '& span': { whiteSpace: 'normal' } }}>
      <StatusChip
        value={key}
        tone={TONES[key] ?? 'wait'}
        text={[word(key, { smart_count: count }), why].filter(Boolean).join(' · ')}
      />
      {comparison.state === 'done' && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.85rem', ml: 1 }}>
          {[
            comparison.engineVersion,
            comparison.score !== null && word('score', { score: comparison.score.toFixed(2) }),
            comparison.tookMs !== null && `${(comparison.tookMs / 1000).toFixed(1)} s`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      )}
    </Box>
  );
}

type PicturesProps = Pick<FacePanelProps, 'face' | 'sealed' | 'photo' | 'selected' | 'onSelect'> & {
  found: Unit['differences'];
};

function Pictures({ face, sealed, photo, found, selected, onSelect }: PicturesProps) {
  const translate = useTranslate();
  const faceWord = useFaceWord();
  const [view, setView] = useState<'beside' | 'large' | 'slider'>('beside');
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.photos.slider.${key}`, options);
  if (!sealed && !photo) return null;
  const boxes = found.flatMap(({ id, box, state }, index) =>
    box
      ? [{ id, box, state, name: translate('resources.inspections.compare.place', { no: index + 1 }) }]
      : [],
  );
  const caption = { color: 'text.secondary', fontSize: '0.85rem', mt: 0.25 } as const;
  return (
    <Box>
      {sealed && photo && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          aria-label={translate('resources.inspections.compare.view')}
          onChange={(_, next) => next && setView(next)}
          sx={{ mb: 1 }}
        >
          {(['beside', 'large', 'slider'] as const).map((one) => (
            <ToggleButton key={one} value={one} sx={{ py: 0.25, textTransform: 'none' }}>
              {translate(`resources.inspections.compare.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {view === 'slider' && sealed && photo ? (
        <Box sx={{ maxWidth: 560 }}>
          <CompareSlider
            sealed={sealed}
            shipped={photo}
            homography={
              photo.comparison?.sealedPhotoId === sealed.photoId ? photo.comparison.homography : null
            }
          />
        </Box>
      ) : (
        <Box
          sx={{
            display: 'grid',
            gap: 1,
            gridTemplateColumns: view === 'large' ? 'minmax(0, 760px)' : 'repeat(2, minmax(0, 420px))',
            alignItems: 'start',
          }}
        >
          {sealed && (
            <Box>
              <BoxedPhoto
                photoId={sealed.photoId}
                alt={`${word('sealed')} ${faceWord(face)}`}
                width={sealed.width}
                height={sealed.height}
                boxes={boxes}
                selected={selected}
                onSelect={onSelect}
              />
              <Box sx={caption}>{word('sealed')}</Box>
            </Box>
          )}
          {photo && (
            <Box>
              <Box
                component="img"
                src={imageUrl(photo.photoId)}
                alt={`${word('shipped')} ${faceWord(face)}`}
                style={{ aspectRatio: `${photo.width} / ${photo.height}` }}
                sx={{ width: '100%', display: 'block', borderRadius: 1 }}
              />
              <Box sx={caption}>{word('shipped')}</Box>
            </Box>
          )}
        </Box>
      )}
    </Box>
  );
}

function Retake({ face, unit, photo, ended }: Pick<FacePanelProps, 'face' | 'unit' | 'photo' | 'ended'>) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const faceWord = useFaceWord();
  const refresh = useRefresh();
  const provider = useDataProvider<HouseProvider>();
  const [refusal, setRefusal] = useState<string>();
  const queue = usePhotoQueue(
    `unit-${unit.id}-${face}`,
    async (_, { id: photoId }) => {
      try {
        setRefusal(undefined);
        await provider.send('POST', `/inspection-units/${unit.id}/photos`, { face, photoId });
        refresh();
      } catch (error) {
        setRefusal(error instanceof Error ? error.message : String(error));
      }
    },
    `unit:${unit.id}`,
  );
  const upload = queue.uploads[0];
  const comparison = photo?.comparison;
  if (ended) return null;
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 1 }} className="no-print">
      {upload && (
        <UploadNote upload={upload} onRetry={() => queue.retry(face)} onDrop={() => queue.drop(face)} />
      )}
      {refusal && <Alert severity="error">{refusal}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <TakePhoto
          name={faceWord(face)}
          isAgain={photo !== undefined}
          reason={whyNot('inspections.record')}
          onFile={(file) => queue.add(face, file)}
        />
        {photo && comparison?.state === 'failed' && (
          <VerbButton
            action="inspections.record"
            variant="outlined"
            work={(one) => one.send('POST', `/inspection-units/${unit.id}/compare-photos`)}
          >
            {translate('resources.inspections.compare.again')}
          </VerbButton>
        )}
      </Box>
    </Box>
  );
}
