import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../domain/error.ts';
import { extractText } from './extract.ts';
import { readPlainText } from './plain-text.ts';
import { DOCUMENT_REFUSALS } from './refusal.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');
const isThere = existsSync(path.join(folder, 'documents')) && existsSync(path.join(folder, 'contracts'));
if (!isThere) console.log('real documents: skipped, there is no ../shared/data beside this project');

interface Entry {
  file: string;
  hostile_or_broken: boolean;
  encrypted_or_protected: boolean;
}

const read = (file: string) =>
  extractText(readFileSync(path.join(folder, file)), path.basename(file)).then(
    (document) => ({ file, document, error: undefined }),
    (error: unknown) => ({ file, document: undefined, error }),
  );

async function readAll(files: readonly string[]) {
  const results: Awaited<ReturnType<typeof read>>[] = [];
  const queue = [...files];
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) results.push(await read(file));
  };
  // as many as there are threads to read: none waits for another within its ten seconds
  await Promise.all([work(), work()]);
  return results;
}

describe.runIf(isThere)('real documents', () => {
  it('hostile, broken and locked files are read or refused with a reason, and none ends the process', {
    timeout: 240_000,
  }, async () => {
    const entries: Entry[] = JSON.parse(readFileSync(path.join(folder, 'documents/manifest.json'), 'utf8'));
    const results = await readAll(entries.map((entry) => `documents/${entry.file}`));
    expect(results.length).toBe(183);
    const unexplained = results.filter(
      ({ error }) =>
        error !== undefined &&
        !(error instanceof DomainError && DOCUMENT_REFUSALS.includes(error.code as never)),
    );
    expect(unexplained).toEqual([]);
    expect(results.filter(({ error }) => (error as DomainError)?.code === 'document_too_slow')).toEqual([]);
    const codeOf = (name: string) =>
      (results.find(({ file }) => file.endsWith(name))?.error as DomainError | undefined)?.code;
    expect(codeOf('protected_agile.docx')).toBe('document_encrypted');
    expect(codeOf('password_tika_binaryrc4.doc')).toBe('document_encrypted');
    expect(codeOf('libreoffice-writer-password.pdf')).toBe('document_encrypted');
    expect(codeOf('Word95.doc')).toBe('document_old_word');
    expect(codeOf('Word6.doc')).toBe('document_old_word');
    expect(codeOf('truncated62886.docx')).toBe('document_truncated');
    expect(codeOf('droste.zip')).toBe('document_is_archive');
    expect(results.filter(({ document }) => document !== undefined).length).toBeGreaterThanOrEqual(70);
  });

  it('numbers come out as the documents themselves say they should', async () => {
    const { document } = await read('documents/word_openxml/NumberingWOverrides.docx');
    const numbered = document!.text.split('\n').slice(1).filter(Boolean);
    expect(numbered).toEqual(['1 1', 'B B', 'C C', 'A A', 'B B', '4 4']);
    const complex = await read('documents/word_openxml/ComplexNumberedLists.docx');
    for (const [, number, text] of complex.document!.text.matchAll(/^(\d+)\. .*?(?:@|to|at|Now) (\d+)/gm)) {
      expect(number).toBe(text);
    }
  });

  it('every Chinese contract is read whole', () => {
    const files = readdirSync(path.join(folder, 'contracts/cn_contracts/txt'), {
      recursive: true,
      encoding: 'utf8',
    });
    const contracts = files.filter((file) => file.endsWith('.txt'));
    const texts = contracts.map((file) => {
      return readPlainText(readFileSync(path.join(folder, 'contracts/cn_contracts/txt', file)), 'txt');
    });
    expect(texts.length).toBe(288);
    expect(texts.filter(({ warnings }) => warnings.some(({ code }) => code === 'broken_characters'))).toEqual(
      [],
    );
    expect(texts.filter(({ text }) => !/\p{Script=Han}{2}/u.test(text))).toEqual([]);
  });

  it('English contracts come out in paragraphs, page by page; their scans are refused as scans', {
    timeout: 120_000,
  }, async () => {
    const pdfs = readdirSync(path.join(folder, 'contracts/cuad/pdf')).map(
      (file) => `contracts/cuad/pdf/${file}`,
    );
    const texts = (await readAll(pdfs)).map(({ document }) => document!);
    expect(texts.map(({ pages }) => pages?.at(-1)?.end)).toEqual(texts.map(({ text }) => text.length));
    // lists of search words and figures in columns end their lines where they like
    const inParagraphs = texts.filter(({ text }) => {
      const cuts = text.match(/[a-z,]\n(?=[a-z]{2})/g)?.length ?? 0;
      return cuts / text.split('\n').length < 0.06;
    });
    expect([inParagraphs.length >= 12, texts.length]).toEqual([true, 14]);
    const scans = readdirSync(path.join(folder, 'contracts/scanned')).filter((file) => file.endsWith('.pdf'));
    const refused = await readAll(scans.map((file) => `contracts/scanned/${file}`));
    expect(refused.map(({ error }) => (error as DomainError).code)).toEqual(
      Array(4).fill('document_no_text_layer'),
    );
  });
});
