import { useWord } from '../fields/use-word.ts';
import { useFaceWord } from '../photos/face-words.ts';
import type { EvidenceComparison } from './case.ts';

export const PICK_KINDS = ['note', 'photo', 'comparison', 'inspection', 'order_lines'] as const;
export type PickKind = (typeof PICK_KINDS)[number];

/** What can be taken into a case: `GET /cases/{id}/evidence-sources`. */
export interface EvidenceSources {
  photos: {
    photoId: number;
    face: string;
    sampleId: number | null;
    sealNumber: string | null;
    inspectionId: number | null;
    unitNo: number | null;
    isUsed: boolean;
  }[];
  comparisons: (Omit<EvidenceComparison, 'engineVersion'> & {
    id: number;
    upheld: number;
    isUsed: boolean;
  })[];
  inspections: {
    id: number;
    kind: 'lot' | 'mystery';
    no: string | null;
    status: 'open' | 'closed';
    upheld: number;
    isUsed: boolean;
  }[];
}

/** One thing that was picked, under the name it goes by. */
export interface Picked {
  id: number;
  label: string;
}

export interface PickerProps {
  picks: readonly Picked[];
  onToggle: (pick: Picked) => void;
}

const ID_FIELDS = { photo: 'photoId', comparison: 'photoComparisonId', inspection: 'inspectionId' } as const;

/** The pieces that are sent: a photo, a comparison or an inspection is a piece of its own, order lines are one together. */
export function piecesOf(
  kind: PickKind,
  picks: readonly Picked[],
  { title, note, difference }: { title: string; note: string; difference: string },
): { ids: number[]; body: Record<string, unknown> }[] {
  // A difference is upheld once, however many pieces show it.
  const upheld = (at: number) => (difference && at === 0 ? { difference } : {});
  const named = (label: string) =>
    (title && picks.length > 1 ? `${title}：${label}` : title || label).slice(0, 200);
  if (kind === 'note') return [{ ids: [], body: { kind, title, note, ...upheld(0) } }];
  if (kind === 'order_lines') {
    const ids = picks.map(({ id }) => id);
    return [{ ids, body: { kind, title, note, lineIds: ids, ...upheld(0) } }];
  }
  return picks.map(({ id, label }, at) => ({
    ids: [id],
    body: { kind, title: named(label), note, [ID_FIELDS[kind]]: id, ...upheld(at) },
  }));
}

/** How each thing is called where it is picked and where it stands as evidence. */
export function usePickWords() {
  const word = useWord('resources.cases.evidence');
  const faceWord = useFaceWord();
  return {
    photo: ({ sealNumber, inspectionId, unitNo, face }: EvidenceSources['photos'][number]): string =>
      inspectionId === null
        ? word('pick.sealed', { no: sealNumber ?? '', face: faceWord(face) })
        : word('pick.unit', { inspection: inspectionId, no: unitNo, face: faceWord(face) }),
    compared: ({
      inspectionId,
      unitNo,
      face,
    }: Pick<EvidenceComparison, 'inspectionId' | 'unitNo' | 'face'>): string =>
      word('pick.compared', { inspection: inspectionId, no: unitNo, face: faceWord(face) }),
    outcome: ({ outcome, places }: Pick<EvidenceComparison, 'outcome' | 'places'>): string =>
      word(`outcome.${outcome}`, { smart_count: places }),
    inspection: ({ id, kind, no }: EvidenceSources['inspections'][number]): string =>
      word(`pick.${kind}`, { id, no: no ?? '' }),
  };
}
