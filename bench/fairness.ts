import { benchCuad } from './fairness/cuad.ts';
import {
  benchContracts,
  benchCrossValidation,
  benchExamples,
  benchUnseen,
  benchWordings,
} from './fairness/labelled.ts';
import { benchSpeed } from './fairness/speed.ts';
import { benchModelContracts, benchSampleContracts } from './fairness/unlabelled.ts';

// npm run bench:fairness [-- --unseen]: what the reader of contracts finds, misses and overdoes.
for (const lines of [
  benchExamples(),
  benchCrossValidation(),
  benchWordings(),
  ...(process.argv.includes('--unseen') ? [benchUnseen()] : []),
  benchContracts(),
  benchModelContracts(),
  benchSampleContracts(),
  benchCuad(),
  await benchSpeed(),
])
  console.log(`${lines.join('\n')}\n`);
