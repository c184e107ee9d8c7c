import { describe, expect, it } from 'vitest';
import { tasksOf } from './tasks.ts';
import { zh } from './zh.ts';

const all = {
  gaps: 2,
  importsRunning: 0,
  importsFailed: 1,
  statementsWithoutPayout: 3,
  payoutsToApprove: 4,
  contractDrafts: 5,
};

describe('what waits for the office', () => {
  it('is every figure that was answered, each with its words and the list behind it', () => {
    const tasks = tasksOf(all);
    expect(tasks.map(({ count }) => count).sort()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const { key } of tasks) expect(zh.dashboard.task).toHaveProperty(key);
    const drafts = tasks.find(({ key }) => key === 'contractDrafts')!;
    expect(decodeURIComponent(drafts.to)).toBe('/contracts?filter={"status":"draft"}');
  });

  it('leaves out what the role may not know', () => {
    expect(tasksOf({ gaps: 0, contractDrafts: 1 }).map(({ key }) => key)).toEqual(['gaps', 'contractDrafts']);
    expect(tasksOf({})).toEqual([]);
  });
});
