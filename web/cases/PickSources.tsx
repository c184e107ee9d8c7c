import { Alert, Box, ButtonBase, Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useAsk } from '../fields/use-ask.ts';
import { useWord } from '../fields/use-word.ts';
import { Waiting } from '../fields/Waiting.tsx';
import { imageUrl } from '../photos/photo.ts';
import { type EvidenceSources, type Picked, type PickerProps, usePickWords } from './evidence-picks.ts';

interface SourceProps extends PickerProps {
  caseId: number;
  kind: 'photo' | 'comparison' | 'inspection';
}

/** Photos, comparisons or inspections of the goods of the case; what is evidence already is marked. */
export function PickSources({ caseId, kind, picks, onToggle }: SourceProps) {
  const word = useWord('resources.cases.evidence.pick');
  const { data, error } = useAsk<EvidenceSources>(`/cases/${caseId}/evidence-sources`);
  if (error) return <Alert severity="error">{word('failed')}</Alert>;
  if (!data) return <Waiting />;
  const count = { photo: data.photos, comparison: data.comparisons, inspection: data.inspections }[kind]
    .length;
  if (count === 0) return <Alert severity="info">{word('nothing')}</Alert>;
  return (
    <Box role="group" aria-label={word(kind)} sx={{ mt: 1, mb: 1.5 }}>
      {kind === 'photo' && <Photos {...{ photos: data.photos, picks, onToggle }} />}
      {kind === 'comparison' && <Comparisons {...{ comparisons: data.comparisons, picks, onToggle }} />}
      {kind === 'inspection' && <Inspections {...{ inspections: data.inspections, picks, onToggle }} />}
      <Typography role="status" sx={{ mt: 0.5, fontWeight: 600 }}>
        {word('chosen', { smart_count: picks.length })}
      </Typography>
    </Box>
  );
}

const isPicked = (picks: readonly Picked[], id: number) => picks.some((one) => one.id === id);

function Photos({ photos, picks, onToggle }: PickerProps & Pick<EvidenceSources, 'photos'>) {
  const words = usePickWords();
  const word = useWord('resources.cases.evidence.pick');
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
        maxHeight: 380,
        overflowY: 'auto',
        p: 0.5,
      }}
    >
      {photos.map((photo) => {
        const label = words.photo(photo);
        const picked = isPicked(picks, photo.photoId);
        return (
          <ButtonBase
            key={photo.photoId}
            aria-pressed={picked}
            onClick={() => onToggle({ id: photo.photoId, label })}
            sx={{
              display: 'block',
              textAlign: 'left',
              p: 0.5,
              borderRadius: 1,
              outline: 2,
              outlineStyle: 'solid',
              outlineColor: picked ? 'primary.main' : 'divider',
              backgroundColor: picked ? 'action.selected' : undefined,
              '&.Mui-focusVisible': { outlineWidth: 4 },
            }}
          >
            <Box
              component="img"
              src={imageUrl(photo.photoId, 'thumb')}
              alt=""
              loading="lazy"
              sx={{ width: '100%', height: 96, objectFit: 'contain', display: 'block' }}
            />
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {picked && '✓ '}
              {label}
            </Typography>
            {photo.isUsed && (
              <Typography variant="body2" color="text.secondary">
                {word('used')}
              </Typography>
            )}
          </ButtonBase>
        );
      })}
    </Box>
  );
}

function Comparisons({ comparisons, picks, onToggle }: PickerProps & Pick<EvidenceSources, 'comparisons'>) {
  const words = usePickWords();
  return (
    <Rows
      {...{ picks, onToggle }}
      rows={comparisons.map((one) => ({
        ...one,
        label: words.compared(one),
        more: words.outcome(one),
      }))}
    />
  );
}

function Inspections({ inspections, picks, onToggle }: PickerProps & Pick<EvidenceSources, 'inspections'>) {
  const words = usePickWords();
  return (
    <Rows
      {...{ picks, onToggle }}
      rows={inspections.map((one) => ({ ...one, label: words.inspection(one) }))}
    />
  );
}

interface Row extends Picked {
  upheld: number;
  isUsed: boolean;
  more?: string;
}

function Rows({ rows, picks, onToggle }: PickerProps & { rows: readonly Row[] }) {
  const word = useWord('resources.cases.evidence.pick');
  return (
    <FormGroup sx={{ maxHeight: 380, overflowY: 'auto', flexWrap: 'nowrap' }}>
      {rows.map(({ id, label, more, upheld, isUsed }) => {
        const facts = [more, word('upheld', { smart_count: upheld }), isUsed && word('used')].filter(Boolean);
        return (
          <FormControlLabel
            key={id}
            sx={{ alignItems: 'flex-start', mr: 0 }}
            control={
              <Checkbox size="small" checked={isPicked(picks, id)} onChange={() => onToggle({ id, label })} />
            }
            label={
              <Box sx={{ py: 0.75 }}>
                {label}
                <Typography variant="body2" color="text.secondary">
                  {facts.join(' · ')}
                </Typography>
              </Box>
            }
          />
        );
      })}
    </FormGroup>
  );
}
