import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { drawGrowth, type GrowthPoint } from './growth-chart.ts';
import { benchSettlement } from './settlement.ts';
import { writeSyntheticOrders } from './synthetic-orders.ts';

// node bench/growth.ts [--svg FILE] [--lines 10000 --lines 100000 …]: how import, settlement and late refunds grow with the
// lines, each beside what PostgreSQL needs for the writing alone.
const { values } = parseArgs({
  options: { svg: { type: 'string' }, lines: { type: 'string', multiple: true } },
});
const sizes = (values.lines ?? ['10000', '100000', '1000000', '5000000']).map(Number);

const points: GrowthPoint[] = [];
for (const lines of sizes) {
  const importSeconds = await importLines(lines);
  const settled = await benchSettlement(lines);
  const secondsOf = (name: string) => settled.find((result) => result.name === name)!;
  const settlement = secondsOf('settlement-1m-lines');
  const point = {
    lines,
    import: importSeconds,
    settlement: settlement.seconds,
    insertOnly: settlement.floorSeconds,
    lateRefunds: secondsOf('late-refunds-1-percent-frozen').seconds,
  };
  points.push(point);
  console.log(
    Object.entries(point)
      .map(([name, value]) => `${name} ${name === 'lines' ? value : value.toFixed(2)}`)
      .join('  '),
  );
}
if (values.svg) writeFileSync(values.svg, drawGrowth(points));

/** Seconds of a first import of a synthetic file, in a process of its own. */
async function importLines(lines: number): Promise<number> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'faircast-growth-'));
  const server = await startEmbedded({ dir: path.join(dir, 'pg'), durable: true });
  try {
    await migrate(server.ownerUrl);
    const file = path.join(dir, 'orders.csv');
    await writeSyntheticOrders(file, { lines });
    const script = path.join(import.meta.dirname, 'import.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, server.appUrl, file, dir], {
      maxBuffer: 64 << 20,
    });
    return (JSON.parse(stdout) as { seconds: number }).seconds;
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
