import { describe, expect, it } from 'vitest';
import { extractText } from '../extract.ts';
import { buildDocx, buildZip, docxParts, paragraph, run } from './build-docx.testing.ts';

const read = (parts: Parameters<typeof buildDocx>[0]) => extractText(buildDocx(parts), '合同.docx');
const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map((warning) => warning.code);

describe('a Word document is read as it would be on paper', () => {
  it('takes inserted text in and leaves deleted text out, and says so', async () => {
    const body =
      `<w:p>${run('违约金为')}<w:del>${'<w:r><w:delText>十万元</w:delText></w:r>'}</w:del>` +
      `<w:ins>${run('五百万元')}</w:ins>${run('。')}</w:p>`;
    const document = await read({ body });
    expect(document.text).toBe('违约金为五百万元。');
    expect(document.warnings).toEqual([{ code: 'tracked_changes', count: 2 }]);
  });

  it('joins two paragraphs where the end of the first was deleted', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('甲方')}</w:p><w:p>${run('乙方')}</w:p>`;
    expect((await read({ body })).text).toBe('甲方乙方');
  });

  it('leaves hidden text out, keeps what is nearly invisible, and names both', async () => {
    const body = `<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}${run('白字', '<w:color w:val="FFFFFF"/>')}</w:p>`;
    const document = await read({ body });
    expect(document.text).toBe('看得见白字');
    expect(document.warnings).toEqual([
      { code: 'hidden_text', count: 3 },
      { code: 'faint_text', count: 2 },
    ]);
  });

  it('writes a row of a table on one line, and keeps the paragraphs of a page laid out as a table', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('档位')}${cell('比例')}</w:tr><w:tr>${cell('第一条', '第二条')}${cell('')}</w:tr></w:tbl>`;
    expect((await read({ body })).text).toBe('档位\t比例\n第一条\n第二条');
  });

  it('reads a text box once, though it is written twice for old readers', async () => {
    const box = (text: string) => `<wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx>`;
    const both = `<mc:AlternateContent><mc:Choice>${box('补充条款')}</mc:Choice><mc:Fallback>${box('补充条款')}</mc:Fallback></mc:AlternateContent>`;
    const document = await read({
      body: `<w:p>${run('正文')}<w:r>${both}</w:r></w:p>`.replaceAll('wps:', 'w:').replaceAll('mc:', 'w:'),
    });
    expect(document.text).toBe('正文\n补充条款');
    expect(codes(document)).toEqual(['text_boxes']);
  });

  it('puts footnotes after the text and leaves headers out by name', async () => {
    const note = `<w:footnote w:id="1">${paragraph('逾期每日千分之五')}</w:footnote>`;
    const document = await read({
      body: paragraph('正文'),
      footnotes: note,
      header: paragraph('某某文化公司'),
    });
    expect(document.text).toBe('正文\n［脚注1］逾期每日千分之五');
    expect(document.warnings).toEqual([
      { code: 'notes_at_end', count: 1 },
      { code: 'headers_left_out', detail: '某某文化公司' },
    ]);
  });

  it('keeps line breaks, tabs, ticked boxes and the result of a field, not its code', async () => {
    const body =
      '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
      `<w:r><w:instrText>MERGEFIELD x</w:instrText></w:r>${run('丙')}</w:p>`;
    expect((await read({ body })).text).toBe('甲\n乙\t☑丙');
  });
});

describe('a Word document that means harm is refused', () => {
  const refusal = (bytes: Buffer) =>
    extractText(bytes, '合同.docx').then(
      () => 'read',
      (error) => error.code,
    );
  const replaced = (name: string, content: string | Buffer, more = {}) =>
    buildZip(
      docxParts({ body: paragraph('x') }).map((part) =>
        part.name === name ? { name, content, ...more } : part,
      ),
    );

  it('that unpacks to a hundred times what any contract holds', async () => {
    expect(await refusal(replaced('word/document.xml', Buffer.alloc(160_000_000, 32)))).toBe('document_bomb');
  });

  it('that unpacks to more than its table of contents says', async () => {
    const bytes = replaced('word/document.xml', Buffer.alloc(1_000_000, 32), { claimedBytes: 1000 });
    expect(await refusal(bytes)).toBe('document_bomb');
  });

  it('that declares entities', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    expect(await refusal(replaced('word/document.xml', bomb))).toBe('document_hostile');
  });

  it('that nests elements without end', async () => {
    expect(await refusal(replaced('word/document.xml', '<a>'.repeat(200_000)))).toBe('document_too_complex');
  });

  it('that holds thousands of parts', async () => {
    const many = Array.from({ length: 2100 }, (_, index) => ({ name: `p${index}`, content: '' }));
    expect(await refusal(buildZip(many))).toBe('document_bomb');
  });

  it('that holds the same part twice, so that another reader would see another text', async () => {
    const parts = docxParts({ body: paragraph('x') });
    expect(await refusal(buildZip([...parts, parts[3]!]))).toBe('document_damaged');
  });

  it('that is locked, cut short, not well formed, or empty', async () => {
    expect(await refusal(replaced('word/document.xml', 'x', { flags: 1 }))).toBe('document_encrypted');
    expect(await refusal(buildDocx({ body: paragraph('x') }).subarray(0, 300))).toBe('document_truncated');
    expect(await refusal(replaced('word/document.xml', '<a><b></a>'))).toBe('document_damaged');
    expect(await refusal(buildDocx({ body: paragraph(' ') }))).toBe('document_no_text');
  });

  it('and is told from other archives', async () => {
    const holding = (name: string) => refusal(buildZip([{ name, content: 'x' }]));
    expect(await holding('xl/workbook.xml')).toBe('document_is_spreadsheet');
    expect(await holding('ppt/presentation.xml')).toBe('document_is_presentation');
    expect(await holding('合同.pdf')).toBe('document_is_archive');
    expect(await holding('mimetype')).toBe('document_save_as_docx');
  });
});
