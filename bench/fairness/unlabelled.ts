import fs from 'node:fs';
import zlib from 'node:zlib';
import { type Finding, reviewContract } from '../../api/domain/fairness/review.ts';

const SHARED = new URL('../../../shared/data/contracts/', import.meta.url);

/** Sentences of state model contracts are balanced by design: a finding is an alarm to look at. */
export function benchModelContracts(): string[] {
  const file = new URL('samr_sentences/contract_sentences.txt.gz', SHARED);
  if (!fs.existsSync(file))
    return ['model contracts: skipped, ../shared/data/contracts/samr_sentences is absent'];
  const lines = zlib.gunzipSync(fs.readFileSync(file)).toString().trim().split('\n');
  const findings = lines.flatMap((line) => findingsOf(line));
  const per100 = ((findings.length / lines.length) * 100).toFixed(2);
  return [
    `state model contracts: ${findings.length} findings in ${lines.length} lines, ${per100} per 100`,
    ...findings.map(describe),
  ];
}

/** Generic contracts without labels: every one splits into clauses; findings of the first of each kind to be read. */
export function benchSampleContracts(): string[] {
  const folder = new URL('cn_contracts/txt/', SHARED);
  if (!fs.existsSync(folder))
    return ['sample contracts: skipped, ../shared/data/contracts/cn_contracts is absent'];
  let files = 0;
  let numbered = 0;
  let found = 0;
  const toRead: string[] = [];
  for (const kind of fs.readdirSync(folder).sort())
    fs.readdirSync(new URL(`${kind}/`, folder))
      .sort()
      .forEach((name, index) => {
        const text = fs.readFileSync(new URL(`${kind}/${name}`, folder), 'utf8');
        const { clauses, summary } = reviewContract(text);
        files++;
        found += summary.findings;
        if (clauses.some(({ heading }) => heading !== '')) numbered++;
        if (index === 0 && toRead.length < 20)
          toRead.push(`  ${kind}/${name}: ${summary.findings} (${summary.types.join(', ')})`);
      });
  return [
    `sample contracts: ${files} parsed, clause numbers in ${numbered} (the others are forms without any), ${(found / files).toFixed(1)} findings each`,
    ...toRead,
  ];
}

function findingsOf(text: string): Finding[] {
  return reviewContract(text).clauses.flatMap((clause) => clause.findings);
}

function describe({ type, foundBy, quote }: Finding): string {
  return `  ${type} by ${foundBy}: ${quote.replaceAll(/\s+/g, ' ').slice(0, 100)}`;
}
