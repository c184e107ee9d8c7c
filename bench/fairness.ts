import { benchCuad } from './fairness/cuad.ts';
import { benchContracts, benchExamples, benchWordings } from './fairness/labelled.ts';
import { benchSpeed } from './fairness/speed.ts';
import { benchModelContracts, benchSampleContracts } from './fairness/unlabelled.ts';

// npm run bench:fairness [-- --held-by-type]: what the reader of contracts finds, misses and overdoes.
for (const lines of [
  benchExamples(),
  benchWordings(process.argv.includes('--held-by-type')),
  benchContracts(),
  benchModelContracts(),
  benchSampleContracts(),
  benchCuad(),
  benchSpeed(),
])
  console.log(`${lines.join('\n')}\n`);
