import { FINDING_WORDS, type FindingCode, sayFinding } from './finding-words.ts';

const PHOTO = {
  photo_differs: ['照片在框出处与封样照片不同', 'the photo differs from the sealed one where it is framed'],
  photo_cannot_compare: ['照片无法比对', 'the photos could not be compared'],
  photo_retake: ['照片需重拍', 'the photo has to be taken again'],
} as const;

/** A difference as a paper says it, whether a rule or a photo showed it. */
export function sayDifference({ code, values }: { code: string; values: Readonly<Record<string, string>> }): {
  zh: string;
  en: string;
} {
  if (Object.hasOwn(FINDING_WORDS, code)) return sayFinding({ code: code as FindingCode, values });
  const [zh, en] = PHOTO[code as keyof typeof PHOTO];
  return { zh, en };
}
