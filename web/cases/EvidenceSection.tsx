import { Box, Typography } from '@mui/material';
import { chinaTime } from '../fields/day.ts';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { useWord } from '../fields/use-word.ts';
import { imageUrl } from '../photos/photo.ts';
import { useMe } from '../shell/me-context.ts';
import type { CaseRecord, CaseVerb, Evidence, EvidenceComparison } from './case.ts';
import { usePickWords } from './evidence-picks.ts';
import { Hash } from './Hash.tsx';
import { NotYet } from './NotYet.tsx';
import { SectionActions } from './SectionActions.tsx';

/** What the case rests on, in the order it came in; each piece with its hash. */
export function EvidenceSection({ one, onVerb }: { one: CaseRecord; onVerb: (verb: CaseVerb) => void }) {
  const word = useWord('resources.cases');
  const reason = one.refusals.addEvidence ?? undefined;
  return (
    <Section
      title="resources.cases.section.evidence"
      flush
      actions={
        <SectionActions>
          <ReasonButton variant="outlined" reason={reason} onClick={() => onVerb('addEvidence')}>
            {word('verb.addEvidence')}
          </ReasonButton>
          <ReasonButton variant="outlined" reason={reason} onClick={() => onVerb('addFile')}>
            {word('verb.addFile')}
          </ReasonButton>
        </SectionActions>
      }
    >
      {one.evidence.length === 0 && <NotYet sx={{ px: 2, pb: 1.5 }} text={word('evidence.none')} />}
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {one.evidence.map((piece) => (
          <Piece key={piece.id} caseId={one.id} piece={piece} />
        ))}
      </Box>
      <Typography
        variant="body2"
        color="text.secondary"
        sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}
      >
        {word('evidence.appendOnly')}
      </Typography>
    </Section>
  );
}

function Piece({ caseId, piece }: { caseId: number; piece: Evidence }) {
  const word = useWord('resources.cases.evidence');
  const { can } = useMe();
  const inspectionId = piece.inspectionId ?? piece.comparison?.inspectionId ?? null;
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1.5, px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}
    >
      {piece.photoId !== null && (
        <Box
          component="img"
          src={imageUrl(piece.photoId, 'thumb')}
          alt={piece.title}
          loading="lazy"
          sx={{ width: 72, height: 72, objectFit: 'cover', borderRadius: 1, flex: 'none' }}
        />
      )}
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {word(`kind.${piece.kind}`, { _: piece.kind })}
            {' · '}
          </Box>
          {piece.title}
          {piece.lineCount !== null && ` · ${word('lines', { count: piece.lineCount })}`}
        </Typography>
        {piece.difference && (
          <Typography sx={{ color: 'error.main' }}>
            {word('difference', { text: piece.difference })}
          </Typography>
        )}
        {piece.note && (
          <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{piece.note}</Typography>
        )}
        {piece.comparison && <Compared comparison={piece.comparison} />}
        {piece.fileName && (
          <a href={`/api/cases/${caseId}/evidence/${piece.id}/file`} download={piece.fileName}>
            {word('download', { name: piece.fileName })}
          </a>
        )}
        {inspectionId !== null && can.includes('inspections.show') && (
          <NamedLink resource="inspections" id={inspectionId}>
            {word('openInspection')}
          </NamedLink>
        )}
        <Typography variant="body2" color="text.secondary">
          {[piece.addedByName, chinaTime(piece.addedAt)].filter(Boolean).join(' · ')} ·{' '}
          <Hash value={piece.sha256} />
        </Typography>
      </Box>
    </Box>
  );
}

/** Both photos side by side, and what the program made of them then. */
function Compared({ comparison }: { comparison: EvidenceComparison }) {
  const word = useWord('resources.cases.evidence');
  const words = usePickWords();
  const { sealedPhotoId, photoId, engineVersion: version } = comparison;
  return (
    <>
      <Typography>{word('compared', { outcome: words.outcome(comparison), version })}</Typography>
      <Box sx={{ display: 'flex', gap: 1, my: 0.5 }}>
        {(
          [
            ['sealedPhoto', sealedPhotoId],
            ['shippedPhoto', photoId],
          ] as const
        ).map(([name, id]) => (
          <Box
            key={name}
            component="img"
            src={imageUrl(id, 'thumb')}
            alt={word(name)}
            loading="lazy"
            sx={{ width: 112, height: 84, objectFit: 'contain', borderRadius: 1 }}
          />
        ))}
      </Box>
    </>
  );
}
