import { describe, expect, it } from 'vitest';
import { extractText } from '../extract.ts';
import { buildDocx, level, paragraph } from './build-docx.testing.ts';
import { formatNumber } from './format-number.ts';

const NOTHING = '<w:suff w:val="nothing"/>';
const CONTRACT_LIST =
  `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '第%1条')}${level(1, 'chineseCounting', '（%2）', NOTHING)}` +
  `${level(2, 'decimal', '%3.')}</w:abstractNum>`;
const num = (id: number, abstractId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const read = async (body: string, numbering: string, styles = '') =>
  (await extractText(buildDocx({ body, numbering, styles }), '合同.docx')).text.split('\n');

describe('numbers of automatic lists are written into the text', () => {
  it('counts articles and their parts in Chinese, and begins the parts anew in each article', async () => {
    const body = [
      paragraph('合作内容', [1, 0]),
      paragraph('乙方每月直播 26 天', [1, 1]),
      paragraph('每天 8 小时', [1, 1]),
      paragraph('含试播', [1, 2]),
      paragraph('违约责任', [1, 0]),
      paragraph('违约金 500 万元', [1, 1]),
    ].join('');
    expect(await read(body, CONTRACT_LIST + num(1, 7))).toEqual([
      '第一条 合作内容',
      '（一）乙方每月直播 26 天',
      '（二）每天 8 小时',
      '1. 含试播',
      '第二条 违约责任',
      '（一）违约金 500 万元',
    ]);
  });

  it('writes levels within levels, and the legal form of one counted in Chinese', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}` +
      `${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'lowerRoman', '(%3)')}</w:abstractNum>${num(1, 1)}`;
    const body = [0, 1, 1, 2, 0, 1].map((at) => paragraph('x', [1, at])).join('');
    expect(await read(body, numbering)).toEqual(['一、 x', '1.1 x', '1.2 x', '(i) x', '二、 x', '2.1 x']);
  });

  it('goes on with a list two lists share, unless the second names its own start', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = CONTRACT_LIST + num(1, 7) + num(2, 7) + num(3, 7, restart);
    const body = [1, 1, 2, 3, 3].map((id) => paragraph('x', [id, 0])).join('');
    expect(await read(body, numbering)).toEqual(['第一条 x', '第二条 x', '第三条 x', '第一条 x', '第二条 x']);
  });

  it('numbers a paragraph whose style stands in a list, also through the style it is based on', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '第%1章')}` +
      `${level(1, 'chineseCounting', '第%2条', '<w:pStyle w:val="Article"/><w:lvlRestart w:val="0"/>')}</w:abstractNum>${num(4, 1)}`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="Chapter"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Article"><w:basedOn w:val="Chapter"/></w:style>';
    const styled = (style: string) => paragraph('x', undefined, `<w:pStyle w:val="${style}"/>`);
    const body = ['Chapter', 'Article', 'Article', 'Chapter', 'Article'].map(styled).join('');
    expect(await read(body, numbering, styles)).toEqual([
      '第一章 x',
      '第一条 x',
      '第二条 x',
      '第二章 x',
      '第三条 x',
    ]);
  });

  it('does not take the list a paragraph was in before a tracked change', async () => {
    const before = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    expect(await read(paragraph('x', undefined, before), CONTRACT_LIST + num(1, 7))).toEqual(['x']);
  });

  it.each([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCounting', '十'],
    [12, 'chineseCountingThousand', '十二'],
    [20, 'chineseCounting', '二十'],
    [103, 'chineseCounting', '一百零三'],
    [110, 'chineseCounting', '一百一十'],
    [1010, 'chineseCounting', '一千零一十'],
    [15, 'chineseLegalSimplified', '壹拾伍'],
    [3, 'ideographTraditional', '丙'],
    [5, 'decimalEnclosedCircle', '⑤'],
    [14, 'upperRoman', 'XIV'],
    [28, 'lowerLetter', 'bb'],
    [3, 'decimalZero', '03'],
    [22, 'ordinal', '22nd'],
    [4, 'anUnknownFormat', '4'],
  ])('%d as %s is %s', (value, format, written) => {
    expect(formatNumber(value, format)).toBe(written);
  });
});
