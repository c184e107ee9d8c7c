import { describe, expect, it } from 'vitest';
import { extractText } from '../extract.ts';
import { canRender } from '../ocr/recognise-pages.ts';
import { buildPdf, column, type PdfLine } from './build-pdf.testing.ts';
import { joinText } from './join-lines.ts';

const LONG = '甲方有权根据经营需要单方调整乙方的直播时间与直播场次乙方应当予以配合并';
const read = async (...pages: PdfLine[][]) => extractText(await buildPdf(pages), '合同.pdf');
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error) => error.code,
  );

describe('the lines of a PDF become paragraphs', () => {
  it('joins what a line end cut, without a blank between Chinese characters', async () => {
    const { text } = await read(
      column([`^${LONG.slice(2)}`, LONG, '承担费用。', '^第二条 违约金', `^${LONG.slice(2)}`, '不得异议。']),
    );
    expect(text).toBe(`${LONG.slice(2)}${LONG}承担费用。\n第二条 违约金\n${LONG.slice(2)}不得异议。`);
  });

  it('begins a line at each clause, and not at a clause that is only spoken of', async () => {
    const cut = `${LONG.slice(0, -3)}依照本`;
    const { text } = await read(
      column([LONG, '（一）违约', LONG, '1.1 其他', LONG, '第三条', cut, '第五条的约定执行。']),
    );
    expect(text).toBe(
      [LONG, '（一）违约', LONG, '1.1 其他', LONG, '第三条', `${cut}第五条的约定执行。`].join('\n'),
    );
  });

  it('goes on over the end of a page, and says where each page begins', async () => {
    const { text, pages } = await read(column([LONG, LONG]), column(['履行。', '第二条 期限']));
    expect(text).toBe(`${LONG}${LONG}履行。\n第二条 期限`);
    expect(pages).toEqual([
      { number: 1, start: 0, end: LONG.length * 2, source: 'text' },
      { number: 2, start: LONG.length * 2, end: text.length, source: 'text' },
    ]);
  });

  it('takes headers, footers and page numbers off, but no clause number that stands at the top', async () => {
    const framed = (number: number, lines: string[]) => [
      { text: '某某文化传媒有限公司', x: 80, y: 30 },
      ...column(lines),
      { text: `第 ${number} 页 共 3 页`, x: 270, y: 810 },
    ];
    const top = { text: '5', x: 80, y: 50 };
    const articles = ['第一条 甲方为乙方提供场地', '第二条 期限为三年整', '第三条 乙方应当遵守平台规则'];
    const [first, second, third] = articles.map((text, index) => framed(index + 1, [text]));
    const { text } = await read(first!, [second![0]!, top, ...second!.slice(1)], third!);
    expect(text).toBe([articles[0], '5', ...articles.slice(1)].join('\n'));
  });

  it('parts the cells of a row with tabs and leaves rows alone', async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((text, index) => ({ text, x: 80 + index * 150, y }));
    const { text } = await read([
      ...row(100, '档位', '销售额', '比例'),
      ...row(120, '一档', '十万元以下', '20%'),
    ]);
    expect(text).toBe('档位\t销售额\t比例\n一档\t十万元以下\t20%');
  });

  it('reads the left column before the right one', async () => {
    const side = (letter: string) =>
      Array.from({ length: 10 }, (_, at) => `${letter}${at}：${LONG.slice(0, 18)}。`);
    const { text } = await read([...column(side('左'), 60), ...column(side('右'), 320)]);
    expect(text.replace(/[^左右]/g, '')).toBe('左'.repeat(10) + '右'.repeat(10));
  });

  it.each([
    ['the obli-', 'gation', 'the obligation'],
    ['on a non-', 'exclusive basis', 'on a non-exclusive basis'],
    ['shall pay', 'the fee', 'shall pay the fee'],
    ['违约金为', '500 万元', '违约金为500 万元'],
  ])('%s + %s', (before, after, joined) => {
    expect(joinText(before, after)).toBe(joined);
  });
});

describe('a PDF that cannot be read says why', () => {
  it('locked, damaged, of too many pages', async () => {
    expect(
      await codeOf(buildPdf([column([LONG])], '1234').then((bytes) => extractText(bytes, 'a.pdf'))),
    ).toBe('document_encrypted');
    expect(await codeOf(extractText(Buffer.from('%PDF-1.7\nnothing'), 'a.pdf'))).toBe('document_damaged');
    const many = await buildPdf(Array.from({ length: 401 }, () => []));
    expect(await codeOf(extractText(many, 'a.pdf'))).toBe('document_too_many_pages');
  });

  it('a scan without an engine is refused, also when every page bears a stamp', async () => {
    const stamp = { text: 'Scanned with a pocket scanner', x: 200, y: 820 };
    expect(await codeOf(read([], []))).toBe('document_no_text_layer');
    expect(await codeOf(read([stamp], [stamp], [stamp]))).toBe('document_no_text_layer');
  });

  it('one page without text among others is named', async () => {
    const { warnings } = await read(column([LONG]), [], column(['第二条 乙方应当遵守平台规则']));
    expect(warnings).toEqual([{ code: 'pages_without_text', count: 1, detail: '2' }]);
  });
});

const hasRenderer = await canRender();
if (!hasRenderer) console.log('recognising pages: skipped, there is no pdftoppm on this machine');

describe.runIf(hasRenderer)('a scan with an engine', () => {
  const word = (text: string, left: number, top: number) => ({
    text,
    left,
    top,
    width: text.length * 40,
    height: 40,
  });

  it('is read, and marked as recognised page by page', async () => {
    const recognise = async () => [
      word('第一条', 200, 300),
      word('合作', 330, 300),
      word('第二条', 200, 500),
    ];
    const bytes = await buildPdf([column(['第零条 总则与定义条款']), []]);
    const document = await extractText(bytes, 'a.pdf', { recogniser: { name: 'fake', recognise } });
    expect(document).toEqual({
      kind: 'pdf',
      source: 'ocr',
      text: '第零条 总则与定义条款\n第一条合作\n第二条',
      pages: [
        { number: 1, start: 0, end: 12, source: 'text' },
        { number: 2, start: 12, end: 21, source: 'ocr' },
      ],
      warnings: [{ code: 'recognised_text', count: 1, detail: '2' }],
    });
  });

  it('that fails is refused, and the text is to be pasted', async () => {
    const recognise = () => Promise.reject(new Error('no memory'));
    const recogniser = { name: 'fake', recognise };
    expect(await codeOf(extractText(await buildPdf([[]]), 'a.pdf', { recogniser }))).toBe(
      'document_recognition_failed',
    );
  });
});
