import { describe, expect, it } from 'vitest';
import { DomainError } from '../domain/error.ts';
import { buildDocx, paragraph } from './docx/build-docx.testing.ts';
import { extractText } from './extract.ts';
import { DOCUMENT_LIMITS, WORKER_LIMITS } from './limits.ts';
import { readPastedText } from './plain-text.ts';
import { DOCUMENT_REFUSALS, refuseDocument } from './refusal.ts';

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error) => error.code,
  );
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
/** 第一条 in GB18030. */
const GB18030 = Buffer.from('b5dad2bbccf5', 'hex');

describe('plain text', () => {
  it.each([
    ['UTF-8', Buffer.from('第一条')],
    ['UTF-8 with a mark', Buffer.from('\ufeff第一条')],
    ['GB18030', GB18030],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('第一条')])],
    ['UTF-16 of the other order', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16('第一条').swap16()])],
  ])('in %s is the same text', async (_, bytes) => {
    expect(await extractText(bytes, '合同.txt')).toEqual({
      kind: 'txt',
      text: '第一条',
      source: 'text',
      warnings: [],
    });
  });

  it('pasted or in a file comes out the same, without what cannot be seen', async () => {
    const raw = '\r\n第一条\u3000违\u200b约\u200b金\u200b \r\n\r\n\r\n\r\n⼄⽅应\u0000付\tﬁne\u00a0x\r';
    const pasted = readPastedText(raw);
    expect(pasted.text).toBe('第一条 违约金\n\n乙方应付\tfine x');
    expect(pasted.warnings).toEqual([{ code: 'invisible_characters', count: 3 }]);
    expect(await extractText(Buffer.from(raw), 'a.txt')).toEqual(pasted);
  });

  it('loses the marks of markdown and keeps its words', async () => {
    const { kind, text } = await extractText(
      Buffer.from('## 第一条 **违约金**\n> 1\\. 五百万元\n'),
      '合同.md',
    );
    expect([kind, text]).toEqual(['md', '第一条 违约金\n1. 五百万元']);
  });

  it('that is empty, endless, or no text at all is refused', async () => {
    expect(await codeOf(extractText(Buffer.from(' \n'), 'a.txt'))).toBe('document_no_text');
    expect(await codeOf(extractText(Buffer.alloc(0), 'a.txt'))).toBe('document_empty');
    expect(await codeOf(extractText(Buffer.alloc(2_000_001, 65), 'a.txt'))).toBe('document_text_too_long');
    expect(() => readPastedText('a'.repeat(2_000_001))).toThrow(
      refuseDocument('document_text_too_long').message,
    );
    const noise = Buffer.concat([Buffer.alloc(2000, 65), Buffer.alloc(2000, 0xff)]);
    expect(await codeOf(extractText(noise, 'a.txt'))).toBe('document_unreadable_text');
  });
});

describe('what a file is, its bytes say', () => {
  it('not its name, which is only remarked upon', async () => {
    const document = await extractText(buildDocx({ body: paragraph('第一条') }), '合同.pdf');
    expect(document).toMatchObject({ kind: 'docx', warnings: [{ code: 'name_disagrees' }] });
  });

  it.each([
    ['{\\rtf1 x}', 'document_save_as_docx'],
    ['<!DOCTYPE html><p>x', 'document_save_as_docx'],
    ['\x89PNG\r\n\x1a\n', 'document_is_picture'],
    ['\xff\xd8\xff\xe0', 'document_is_picture'],
    ['Rar!\x1a', 'document_is_archive'],
    ['MZ\x00\x01\x02\x03\x04\x00', 'document_unknown_kind'],
  ])('%j is refused as %s', async (head, code) => {
    expect(await codeOf(extractText(Buffer.from(head, 'latin1'), '合同.docx'))).toBe(code);
  });

  it.each([
    ['EncryptedPackage', 'document_encrypted'],
    ['Workbook', 'document_is_spreadsheet'],
    ['PowerPoint Document', 'document_is_presentation'],
    ['Something else', 'document_unknown_kind'],
  ])('an old container of %s is refused as %s', async (stream, code) => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), utf16(stream)]);
    expect(await codeOf(extractText(bytes, '合同.doc'))).toBe(code);
  });

  it.each([
    ['of Word 95', 'dca5', 0, 'document_old_word'],
    ['with a password', 'eca5c100', 1, 'document_encrypted'],
    ['with nothing behind it', 'eca5c100', 0, 'document_damaged'],
  ])('a Word file %s is refused', async (_, mark, flag, code) => {
    const header = Buffer.alloc(512);
    Buffer.from(mark, 'hex').copy(header);
    header[11] = flag;
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      header,
      utf16('WordDocument'),
    ]);
    expect(await codeOf(extractText(bytes, '合同.doc'))).toBe(code);
  });

  it('more than 25 MB is not looked into', async () => {
    expect(await codeOf(extractText(Buffer.alloc(DOCUMENT_LIMITS.maxBytes + 1), 'a.pdf'))).toBe(
      'document_too_large',
    );
  });
});

describe('the thread that reads', () => {
  const bytes = buildDocx({ body: paragraph('第一条').repeat(20_000) });
  const within = (limits: Partial<typeof WORKER_LIMITS>) =>
    codeOf(extractText(bytes, 'a.docx', { recogniser: undefined, limits: { ...WORKER_LIMITS, ...limits } }));

  it('is ended when it takes too long, too much heap, or too much in buffers', async () => {
    expect(await within({ maxMilliseconds: 1 })).toBe('document_too_slow');
    expect(await within({ maxHeapMegabytes: 6 })).toBe('document_too_complex');
    expect(await within({ maxBufferMegabytes: 0 })).toBe('document_too_complex');
    expect(await within({})).toBe('read');
  });

  it('serves many files at once, each with its own text', async () => {
    const texts = ['一', '二', '三', '四', '五'].map((number) => `第${number}条`);
    const read = await Promise.all(texts.map((text) => extractText(Buffer.from(text), 'a.txt')));
    expect(read.map((document) => document.text)).toEqual(texts);
  });
});

describe('refusals', () => {
  it('each have a code of their own and say what to do', () => {
    const messages = DOCUMENT_REFUSALS.map((code) => refuseDocument(code));
    expect(messages.every((error) => error instanceof DomainError && error.kind === 'invalid')).toBe(true);
    expect(new Set(messages.map((error) => error.message)).size).toBe(DOCUMENT_REFUSALS.length);
    const silent = messages.filter((error) => !/upload|save|paste|choose|unpack|combine/.test(error.message));
    expect(silent).toEqual([]);
  });
});
