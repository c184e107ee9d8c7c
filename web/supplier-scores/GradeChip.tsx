import { StatusChip } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { GRADE_TONES, type Supplier } from './supplier.ts';

/** `92 · A`. */
export function GradeChip({ one }: { one: Pick<Supplier, 'score' | 'grade'> }) {
  const word = useWord('resources.supplier-scores');
  return (
    <StatusChip
      value={one.grade}
      tone={GRADE_TONES[one.grade]}
      text={word('scoreAndGrade', { score: one.score, grade: one.grade })}
    />
  );
}
