import fs from 'node:fs';
import { DomainError } from '../domain/error.ts';
import type { PhotoComparison } from '../photos/compare/comparison.ts';
import { printJson, readArgs, UsageError } from './command.ts';

export const name = 'compare-photos';
export const usage = 'compare-photos SEALED SHIPPED [--zones ZONES.json] [--json]';

/** Where a shipped unit's photo differs from the sealed one; needs no database. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    allowPositionals: true,
    options: { zones: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [sealed, shipped] = positionals;
  if (sealed === undefined || shipped === undefined || positionals.length !== 2)
    throw new UsageError('name the sealed photo and the shipped one');
  const [{ comparePhotos }, { readZones }] = await Promise.all([
    import('../photos/compare/compare-photos.ts'),
    import('../photos/compare/zones.ts'),
  ]);
  const zones = values.zones === undefined ? {} : readZones(parseJson(values.zones));
  const comparison = await comparePhotos(readFile(sealed), readFile(shipped), zones);
  if (values.json) printJson(shapeOf(comparison));
  else printComparison(comparison);
  return 0;
}

const shapeOf = ({ outcome, reasons, differences, inliers, sharpness, ms, version }: PhotoComparison) => ({
  outcome,
  reasons,
  differences: differences.map(({ box, kind, score }) => ({ box, kind, score })),
  inliers,
  sharpness,
  ms,
  version,
});

const OUTCOMES: Record<PhotoComparison['outcome'], string> = {
  no_difference: '未发现差异（不等于货品相同） no difference found, which is not "the same goods"',
  different: '发现差异，请人工复核 differences found; a person decides',
  cannot_compare: '无法比对 cannot be compared',
  retake: '请重拍 take the photo again',
};

function printComparison({ outcome, reasons, differences, ms, version }: PhotoComparison): void {
  console.log(`${OUTCOMES[outcome]}${reasons.length > 0 ? ` · ${reasons.join(', ')}` : ''}`);
  for (const { box, kind, score } of differences) {
    const [x, y, width, height] = box;
    console.log(`  ${kind} ${width} × ${height} @ ${x}, ${y} (${score})`);
  }
  console.log(`${version} · ${ms} ms`);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFile(file).toString('utf8'));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('invalid', 'not_json', `${file} is not JSON`);
  }
}

function readFile(file: string): Buffer {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new DomainError('not_found', 'no_file', `there is no file ${file}`);
  return fs.readFileSync(file);
}
