import os from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchResult } from './result.ts';

// npm run bench [-- --json] [--only pdf]: each job against a floor taken in the same run, a process of jobs one after the other.
const jobs: Record<string, () => Promise<BenchResult[]>> = {
  pdf: async () => (await import('./pdf.ts')).benchPdf(),
  import: async () => (await import('./import.ts')).benchImport(),
  settlement: async () => (await import('./settlement.ts')).benchSettlement(),
};

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const unknown = values.only?.filter((name) => !Object.hasOwn(jobs, name)) ?? [];
if (unknown.length > 0) {
  console.error(`bench: there is no ${unknown.join(', ')}; there are ${Object.keys(jobs).join(', ')}`);
  process.exit(2);
}

const results: BenchResult[] = [];
for (const [name, job] of Object.entries(jobs)) {
  if (values.only && !values.only.includes(name)) continue;
  const found = await job();
  results.push(...found);
  if (!values.json) for (const result of found) console.log(describe(result));
}
const machine = {
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 2 ** 30),
  node: process.version,
};
if (values.json) console.log(JSON.stringify({ machine, results }));
else console.log(`${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, Node ${machine.node}`);

function describe({ name, floorSeconds, seconds, ratio, target, rssMb }: BenchResult): string {
  const figures = `${seconds.toFixed(3)} s against ${floorSeconds.toFixed(3)} s: ${ratio.toFixed(2)} (target ${target}), ${rssMb} MB`;
  return `${name.padEnd(42)} ${figures}`;
}
