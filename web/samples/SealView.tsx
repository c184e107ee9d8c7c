import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { TEMPLATES } from '../../api/domain/inspection/templates.ts';
import { chinaTime } from '../fields/day.ts';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Hash } from '../fields/findings/Hash.tsx';
import { useBilingual } from '../fields/findings/use-bilingual.ts';
import { useFaceWord } from '../photos/face-words.ts';
import { MarkedPhoto } from '../photos/MarkedPhoto.tsx';
import type { SealRecord } from './sample.ts';

/** A seal as it stands: the faces with their marks, what was written down, who sealed and witnessed it, its hash. */
export function SealView({ seal }: { seal: SealRecord }) {
  const translate = useTranslate();
  const say = useBilingual();
  const faceWord = useFaceWord();
  const word = (key: string) => translate(`resources.samples.seal.${key}`);
  const none = translate('house.field.none');
  const people = (name: string | null, at: string | null) =>
    [name, chinaTime(at)].filter(Boolean).join(' · ') || none;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
        }}
      >
        {seal.faces.map((face) => (
          <Box component="figure" key={face.id} sx={{ m: 0 }}>
            <MarkedPhoto {...face} alt={faceWord(face.face)} />
            <Typography component="figcaption" variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
              {faceWord(face.face)}
            </Typography>
          </Box>
        ))}
      </Box>
      <Facts>
        <Fact source="category" label={word('category')}>
          {word(`categories.${seal.category}`)}
        </Fact>
        {TEMPLATES[seal.category]
          .filter(({ attribute }) => seal.attributes[attribute] !== undefined)
          .map(({ attribute, name, comparator }) => (
            <Fact key={attribute} source={attribute} label={say(name)} wide={comparator.by === 'ingredients'}>
              {seal.attributes[attribute] || word('isNone')}
            </Fact>
          ))}
      </Facts>
      <Facts>
        <Fact source="batch" label={word('batch')}>
          {seal.batch}
        </Fact>
        <Fact source="sealNumber" label={word('sealNumber')}>
          {seal.sealNumber}
        </Fact>
        <Fact source="readGtin" label={word('readGtin')}>
          {seal.readGtin ?? word('notRead')}
        </Fact>
        <Fact source="sealedBy" label={word('sealedBy')}>
          {people(seal.sealedByName, seal.sealedAt)}
        </Fact>
        <Fact source="witnessedBy" label={word('witnessedBy')}>
          {people(seal.witnessedByName, seal.witnessedAt)}
        </Fact>
        <Fact source="contentSha256" label={word(seal.witnessedAt ? 'hash' : 'hashToBe')} wide>
          <Hash value={seal.contentSha256} />
        </Fact>
      </Facts>
    </Box>
  );
}
