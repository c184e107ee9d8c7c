import fs from 'node:fs';
import zlib from 'node:zlib';
import { findTopics, TOPICS } from '../../api/domain/fairness/topics.ts';

const FILE = new URL('../../../shared/data/contracts/cuad/near.jsonl.gz', import.meta.url);

interface LabelledContract {
  text: string;
  labels: Record<string, { spans: [number, number][] }>;
}

/** F1 of each label over the contracts: does the agreement have the topic at all, as its annotators say. */
export function benchCuad(): string[] {
  if (!fs.existsSync(FILE)) return ['cuad: skipped, ../shared/data/contracts/cuad is absent'];
  const contracts = zlib
    .gunzipSync(fs.readFileSync(FILE))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledContract);
  const rows = contracts.map(({ text, labels }) => ({ found: findTopics(text), labels }));
  let sum = 0;
  const lines = TOPICS.map((topic) => {
    let right = 0;
    let missed = 0;
    let extra = 0;
    for (const { found, labels } of rows) {
      const isLabelled = (labels[topic]?.spans.length ?? 0) > 0;
      if (isLabelled && found.has(topic)) right++;
      else if (isLabelled) missed++;
      else if (found.has(topic)) extra++;
    }
    const f1 = (2 * right) / (2 * right + missed + extra || 1);
    sum += f1;
    return `  ${topic.padEnd(34)} F1 ${f1.toFixed(2)}  right ${right}, missed ${missed}, extra ${extra}`;
  });
  return [
    `cuad, ${contracts.length} contracts, presence of each label in a contract: macro F1 ${(sum / TOPICS.length).toFixed(3)}`,
    ...lines,
  ];
}
