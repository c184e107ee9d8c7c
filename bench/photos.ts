import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchBarcodes, describeBarcodes } from './photos/barcodes.ts';
import { crossValidate, describeCrossValidation } from './photos/cross-validate.ts';
import { missingFrom } from './photos/data.ts';
import { benchPairs, describePairs } from './photos/pairs.ts';

// npm run bench:photos [-- --data DIR] [--json]: what comparing photos and reading bar codes find, miss and overdo.
const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const folder = path.resolve(values.data ?? path.join('data', 'photos'));
const missing = missingFrom(folder);
if (missing.length > 0) {
  console.error(
    `bench:photos needs labelled photos: name their folder with --data DIR; missing ${missing.join(', ')}`,
  );
  process.exit(1);
}

const barcodes = await benchBarcodes(folder);
if (!values.json) console.log(`${describeBarcodes(barcodes).join('\n')}\n`);
const pairs = await benchPairs(folder);
if (!values.json) console.log(`${describePairs(pairs).join('\n')}\n`);
const crossValidated = await crossValidate(folder);
if (values.json) console.log(JSON.stringify({ barcodes, pairs, crossValidated }));
else console.log(describeCrossValidation(crossValidated).join('\n'));
