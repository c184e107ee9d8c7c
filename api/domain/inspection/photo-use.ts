import { DomainError } from '../error.ts';

/** What a photo was attached to before. */
export type UsedFor =
  | { kind: 'sample'; sampleId: number; face: string }
  | { kind: 'unit'; unitId: number; unitNo: number; inspectionId: number; face: string };

/** A photo is evidence of one thing: the refusal names what it shows already. */
export function photoUsed({ face: _face, kind, ...of }: UsedFor): DomainError {
  const what =
    'unitNo' in of ? `unit ${of.unitNo} of inspection ${of.inspectionId}` : `sample ${of.sampleId}`;
  return new DomainError('conflict', 'photo_used', `this photo shows ${what} already: take another one`, {
    details: { kind, ...of },
  });
}
