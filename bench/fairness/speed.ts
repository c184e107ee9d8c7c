import { reviewContract } from '../../api/domain/fairness/review.ts';
import { readContracts } from './wordings.ts';

const PAGE_CHARACTERS = 800;
const PAGES = 20;

/** Twenty pages of contract, the median of five readings after a first. */
export function benchSpeed(): string[] {
  const text = readContracts()
    .map((contract) => contract.text)
    .join('\n')
    .slice(0, PAGE_CHARACTERS * PAGES);
  if (text.length < PAGE_CHARACTERS * PAGES) return ['speed: skipped, the whole contracts are absent'];
  reviewContract(text);
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    reviewContract(text);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return [`speed: ${PAGES} pages (${text.length} characters) in ${times[2]!.toFixed(0)} ms`];
}
