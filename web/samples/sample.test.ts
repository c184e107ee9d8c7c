import { describe, expect, it } from 'vitest';
import { SAMPLE_STAGES } from '../../api/domain/inspection/sample-life.ts';
import { mainVerbOf, otherVerbsOf, STAGE_TONES } from './sample.ts';

const sample = { stage: 'received', sealState: 'none', isLoan: true, isValuable: false } as const;

describe('what comes next with a sample', () => {
  it('is one step, from the request to the seal and back', () => {
    const next = SAMPLE_STAGES.map((stage) => mainVerbOf({ ...sample, stage }));
    expect(next).toEqual([
      ...['approve', undefined, 'send', 'receive', 'seal', 'return', 'return'],
      ...[undefined, undefined, undefined],
    ]);
    expect(SAMPLE_STAGES.filter((stage) => !STAGE_TONES[stage])).toEqual([]);
  });

  it('is the witness while a seal waits, which its sealer may take back', () => {
    const waiting = { ...sample, sealState: 'waiting_witness' } as const;
    expect(mainVerbOf(waiting)).toBe('witness');
    expect(otherVerbsOf(waiting)[0]).toBe('unseal');
  });

  it('does not ask for a sample back that was given away, and lends only valuable ones for longer', () => {
    expect(mainVerbOf({ ...sample, stage: 'sealed', isLoan: false })).toBeUndefined();
    expect(otherVerbsOf({ ...sample, stage: 'sealed' })).toEqual(['keep', 'convert', 'lose']);
    expect(otherVerbsOf({ ...sample, stage: 'sealed', isValuable: true })).toContain('extend');
    expect(otherVerbsOf({ ...sample, stage: 'returned' })).toEqual([]);
  });
});
