import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractText } from '../../documents/extract.ts';
import { contractDocx, GUIDE_CONTRACTS, guideContract } from './guide-contracts.testing.ts';

const plain = (text: string) => text.replaceAll(/^#+ |^\|[\s|-]+\|$/gm, '').replaceAll(/[\s|]/g, '');

describe.each(GUIDE_CONTRACTS)('the %s contract of the guide', (name) => {
  const markdown = readFileSync(guideContract(name, 'md'), 'utf8');

  test('is a contract of two to four thousand characters', () => {
    expect(plain(markdown).length).toBeGreaterThan(2_000);
    expect(plain(markdown).length).toBeLessThan(4_000);
  });

  test('reads the same from Word, whose lists number its clauses', async () => {
    const { text, warnings } = await extractText(readFileSync(guideContract(name, 'docx')), `${name}.docx`);
    expect(plain(text)).toBe(plain(markdown));
    expect(warnings).toEqual([]);
  });

  test('the Word file kept is the one its text gives', async () => {
    const { text } = await extractText(contractDocx(markdown), `${name}.docx`);
    const kept = await extractText(readFileSync(guideContract(name, 'docx')), `${name}.docx`);
    expect(kept.text).toBe(text);
  });
});
