import fs from 'node:fs';
import path from 'node:path';
import { gtinForms } from '../../api/domain/inspection/gtin-forms.ts';
import { readBarcodes } from '../../api/photos/barcode/read-barcodes.ts';
import { quantileOf } from './figures.ts';

export interface FolderReport {
  folder: string;
  pictures: number;
  right: number;
  /** What the makers of ZXing ask of their own reader with all its effort; undefined for the pictures of nothing. */
  bar: number | undefined;
  wrong: string[];
  p50Ms: number;
}

/** Every folder of bar codes against the bar that ZXing's own tests set. A second, true code beside the expected one is not wrong. */
export async function benchBarcodes(folder: string): Promise<FolderReport[]> {
  const place = path.join(folder, '..', 'barcodes');
  const bars = JSON.parse(fs.readFileSync(path.join(place, 'zxing_bars.json'), 'utf8')) as Record<
    string,
    { images: number; zxing_addTest: string[] }
  >;
  const reports: FolderReport[] = [];
  for (const [name, { images, zxing_addTest: tests }] of Object.entries(bars)) {
    const isOfNothing = name.startsWith('falsepositives');
    const numbers = tests[0]!.split(',').map(Number);
    const asked = numbers.length >= 3 ? numbers[1]! : numbers[0]!;
    reports.push(
      await benchFolder(path.join(place, name), name, isOfNothing ? undefined : Math.min(asked, images)),
    );
  }
  return reports;
}

async function benchFolder(place: string, folder: string, bar: number | undefined): Promise<FolderReport> {
  const report: FolderReport = { folder, pictures: 0, right: 0, bar, wrong: [], p50Ms: 0 };
  const times: number[] = [];
  const truths = new Set(fs.readdirSync(place).flatMap((name) => truthOf(path.join(place, name)) ?? []));
  for (const file of fs.readdirSync(place).filter((name) => /\.(?:png|jpe?g)$/.test(name))) {
    const truth = bar === undefined ? undefined : truthOf(path.join(place, file));
    const start = performance.now();
    const codes = await readBarcodes(fs.readFileSync(path.join(place, file)));
    times.push(performance.now() - start);
    report.pictures++;
    if (truth !== undefined && codes.some(({ text }) => isAlike(text, truth))) report.right++;
    for (const { text } of codes)
      if (![...truths].some((known) => isAlike(text, known)) || bar === undefined)
        report.wrong.push(`${file} ${JSON.stringify(text)}`);
  }
  report.p50Ms = Math.round(quantileOf(times, 0.5));
  return report;
}

function truthOf(file: string): string | undefined {
  const text = file.replace(/\.\w+$/, '.txt');
  return fs.existsSync(text) && !file.includes('metadata') ? fs.readFileSync(text, 'utf8') : undefined;
}

function isAlike(text: string, truth: string): boolean {
  const trimmed = (value: string) => value.replaceAll('\r', '').trimEnd();
  return (
    trimmed(text) === trimmed(truth) || gtinForms(text).some((form) => gtinForms(truth.trim()).includes(form))
  );
}

export const describeBarcodes = (reports: FolderReport[]): string[] => [
  ...reports.map(({ folder, pictures, right, bar, wrong, p50Ms }) =>
    [
      folder.padEnd(24),
      bar === undefined ? `${wrong.length} read of ${pictures} pictures of nothing` : `${right}/${pictures}`,
      ...(bar === undefined ? [] : [`ZXing's own bar ${bar}${right >= bar ? '' : ' NOT REACHED'}`]),
      `wrong ${wrong.length === 0 ? 'none' : wrong.join(', ')}`,
      `${p50Ms} ms`,
    ].join(' · '),
  ),
];
