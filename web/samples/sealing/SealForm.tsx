import { Alert, Box, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { useGetOne, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { TEMPLATES } from '../../../api/domain/inspection/templates.ts';
import { useBilingual } from '../../fields/findings/use-bilingual.ts';
import { Section } from '../../fields/HouseShow.tsx';
import { ReasonButton, useReasonText } from '../../fields/ReasonButton.tsx';
import { useVerb } from '../../fields/use-verb.ts';
import { useDraft } from '../../photos/use-draft.ts';
import { usePhotoQueue } from '../../photos/use-photo-queue.ts';
import { useSealInForce } from '../../photos/use-seal-in-force.ts';
import { useMe } from '../../shell/me-context.ts';
import type { Sample } from '../sample.ts';
import { bodyOf, startDraft, whyNotDraft, withPhoto } from './draft.ts';
import type { ProductFacts } from './product-facts.ts';
import { SealAttributes } from './SealAttributes.tsx';
import { SealFaces } from './SealFaces.tsx';

/** Photos and marks, what stands on the goods, the numbers; then it waits for the second person. */
export function SealForm({ sample }: { sample: Sample }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const me = useMe();
  const say = useBilingual();
  const { run, busy } = useVerb();
  const draft = useDraft(`seal-${sample.id}`, startDraft());
  const { value, setValue } = draft;
  const queue = usePhotoQueue(
    `seal-${sample.id}`,
    (face, photo) => setValue((now) => withPhoto(now, face, photo)),
    `sample:${sample.id}`,
  );
  const { data: inForce } = useSealInForce(sample.productId);
  const { data: product } = useGetOne<ProductFacts & { id: number }>('products', { id: sample.productId });
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.seal.${key}`, options);
  const waiting = queue.uploads.length;
  const refusal = whyNotDraft(value, me.id, inForce?.sampleId ?? null);
  const missing = refusal?.details?.attributes ?? [];
  const said = useReasonText(refusal);
  const why = missing.length > 0 ? namesOf(missing) : refusal?.of ? word(`why.${refusal.of}`) : said;
  const reason = waiting > 0 ? translate('resources.photos.waitingCount', { smart_count: waiting }) : why;
  function namesOf(attributes: readonly string[]): string {
    const rules = value.category ? TEMPLATES[value.category] : [];
    const names = rules
      .filter(({ attribute }) => attributes.includes(attribute))
      .map(({ name }) => say(name));
    return word(refusal?.code === 'attributes_missing' ? 'why.attributes' : 'why.look', {
      names: names.join(word('why.comma')),
      reason: said,
    });
  }
  const send = () =>
    run((provider) => provider.verb('samples', sample.id, 'seal', bodyOf(value)), {
      success: 'resources.samples.seal.done',
      onDone: () => {
        draft.clear();
        navigate(`/samples/${sample.id}/show`);
      },
    });
  return (
    <>
      <Section title="resources.samples.seal.step.photos">
        <SealFaces draft={value} onChange={setValue} queue={queue} unmarked={refusal?.details?.faces ?? []} />
      </Section>
      <Section title="resources.samples.seal.step.attributes">
        <SealAttributes draft={value} onChange={setValue} product={product} missing={missing} />
      </Section>
      <Section title="resources.samples.seal.step.numbers">
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          {(['batch', 'sealNumber'] as const).map((field) => (
            <TextField
              key={field}
              label={word(field)}
              value={value[field]}
              required
              helperText={word(`${field}Help`)}
              onChange={(event) => setValue({ ...value, [field]: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off' } }}
            />
          ))}
        </Box>
        {inForce && (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {word('inForce', { id: inForce.sampleId, batch: inForce.batch, day: inForce.sealedOn })}
            <FormControlLabel
              sx={{ display: 'flex' }}
              control={
                <Checkbox
                  checked={value.supersedes === inForce.sampleId}
                  onChange={(_, isOn) => setValue({ ...value, supersedes: isOn ? inForce.sampleId : null })}
                />
              }
              label={word('supersede')}
            />
          </Alert>
        )}
      </Section>
      <Box
        sx={{
          position: 'sticky',
          bottom: 0,
          zIndex: 3,
          py: 1.5,
          display: 'grid',
          gap: 0.5,
          backgroundColor: 'background.default',
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <Box aria-live="polite" sx={{ color: 'text.secondary', fontSize: '0.9rem' }}>
          {reason ? word('stillMissing', { reason }) : word('secondPerson')}
        </Box>
        <ReasonButton
          variant="contained"
          size="large"
          fullWidth
          reason={reason}
          busy={busy}
          onClick={() => void send()}
        >
          {word('send')}
        </ReasonButton>
      </Box>
    </>
  );
}
