import { describe, expect, test } from 'vitest';
import { type PlacedText, readPages, readRows } from '../../pdf/read-pdf.testing.ts';
import { PAGE } from '../../pdf/surface.ts';
import { renderAcceptanceCertificate } from './acceptance-certificate.ts';
import { renderNegotiationSheet } from './render-negotiation-sheet.ts';
import { renderReviewReport } from './render-review-report.ts';
import {
  buildReviewReport,
  countBySeverity,
  type ReviewReport,
  type SourceFinding,
} from './review-report.ts';
import { sampleCertificate, sampleReport } from './sample-papers.testing.ts';

const pagesOf = (pdf: Buffer): PlacedText[][] => readPages(pdf);
const textOf = (pdf: Buffer): string =>
  pagesOf(pdf)
    .flatMap((page) => readRows(page))
    .join('\n');
/** Without breaks, blanks and column marks: a sentence may run over lines. */
const runOn = (text: string): string => text.replaceAll(/[\s|]/g, '');
const LANGS = ['zh', 'en'] as const;

const SOURCE: SourceFinding = {
  type: 'LD_EXCESSIVE',
  severity: 'high',
  negotiability: 'must',
  clauseNo: '9.1',
  quote: '乙方应当支付违约金五百万元。',
  bases: [{ law: '民法典', article: '585', point: '过分高于损失可请求适当减少' }],
  words: {
    name: { zh: '天价违约金', en: 'Excessive liquidated damages' },
    advice: { zh: '建议协商', en: 'worth negotiating' },
    reason: { zh: '与损失没有联系。', en: 'It has nothing to do with the loss.' },
    suggestion: { zh: '按实际损失赔偿。', en: 'The party’s documented loss is paid.' },
    questions: [{ zh: '怎么算的？', en: 'How was it worked out?' }],
  },
  waiver: null,
};
const reportOf = (findings: SourceFinding[], more: Partial<ReviewReport> = {}): ReviewReport => ({
  ...buildReviewReport({
    head: {
      lang: 'zh',
      no: 'R-1',
      issuedOn: '2026-11-23',
      agency: { name: '某传媒', creditCode: null },
      anchor: { name: '小禾' },
      contract: { no: 'C-1', title: '合作合同', versionNo: 1 },
    },
    textSha256: 'a'.repeat(64),
    readerVersion: 'test',
    findings,
    figures: [],
  }),
  ...more,
});
const wordsOf = (reason: string): SourceFinding => ({
  ...SOURCE,
  words: { ...SOURCE.words, reason: { zh: reason, en: reason } },
});

describe.each(LANGS)('the review report in %s', (lang) => {
  const report = sampleReport('hard', lang);
  const { pdf, missing } = renderReviewReport(report);
  const text = textOf(pdf);

  test('lacks no glyph and draws nothing beyond the page', () => {
    expect(missing).toEqual([]);
    for (const placed of pagesOf(pdf).flat()) {
      expect(placed.x, placed.text).toBeGreaterThanOrEqual(20);
      expect(placed.x + placed.width, placed.text).toBeLessThanOrEqual(PAGE.width - 30);
      expect(placed.y, placed.text).toBeLessThan(PAGE.height - 20);
    }
  });

  test('opens with the counts and lists every finding', () => {
    const [cover] = pagesOf(pdf);
    const drawn = cover!.map(({ text: each }) => each);
    for (const count of Object.values(countBySeverity(report.findings)))
      expect(drawn).toContain(String(count));
    for (const { name } of report.findings) expect(drawn).toContain(name);
  });

  test('says of each its sentence, figures, reason, ground, question and wording in full', () => {
    const whole = runOn(text);
    for (const finding of report.findings) {
      const said = [
        finding.quote,
        finding.reason,
        finding.suggestion,
        ...finding.questions,
        ...finding.figures,
      ];
      for (const each of said) {
        // A page turn puts a foot and a head between two lines: the beginning is enough to find it.
        expect(whole, each).toContain(runOn(each).slice(0, 24));
      }
      for (const { law, article } of finding.bases)
        expect(whole).toContain(
          runOn(law) + (lang === 'zh' ? '第' : 'art.') + article.replaceAll(',', lang === 'zh' ? '、' : ','),
        );
    }
  });

  test('each figure stands in it once', () => {
    const figures = [...report.findings.flatMap((finding) => finding.figures), ...report.otherFigures];
    expect(figures.length).toBeGreaterThan(5);
    expect(new Set(figures).size).toBe(figures.length);
  });

  test('every page says which of how many, and the same report gives the same bytes', () => {
    const pages = pagesOf(pdf).map((page) => readRows(page).join('\n'));
    pages.forEach((page, at) => {
      const of =
        lang === 'zh' ? `第 ${at + 1} 页 / 共 ${pages.length} 页` : `Page ${at + 1} of ${pages.length}`;
      expect(page).toContain(of);
    });
    expect(renderReviewReport(sampleReport('hard', lang)).pdf.equals(pdf)).toBe(true);
  });
});

describe('what a report says', () => {
  test('names the heaviest first', () => {
    const order = [
      { ...SOURCE, severity: 'low' as const },
      { ...SOURCE, severity: 'block' as const },
      { ...SOURCE, severity: 'medium' as const },
    ];
    expect(reportOf(order).findings.map(({ severity }) => severity)).toEqual(['block', 'medium', 'low']);
  });

  test('never judges: such a word is refused unless it is quoted', () => {
    expect(() => reportOf([wordsOf('该条款无效。')])).toThrow(/judges/);
    expect(() => reportOf([wordsOf('这样约定违法。')])).toThrow(/judges/);
    expect(() => reportOf([wordsOf('民法典规定“该格式条款无效”。')])).not.toThrow();
    expect(() => reportOf([{ ...SOURCE, quote: '本条款无效的，其余条款继续有效。' }])).not.toThrow();
  });

  test('tells of published outcomes beside a penalty only, each with its source', () => {
    expect(reportOf([SOURCE]).outcomes.every(({ source }) => source !== '')).toBe(true);
    expect(reportOf([SOURCE]).outcomes.length).toBeGreaterThan(0);
    expect(reportOf([{ ...SOURCE, type: 'NO_AUDIT' }]).outcomes).toEqual([]);
  });

  test('an empty review says that nothing was found', () => {
    expect(textOf(renderReviewReport(reportOf([])).pdf)).toContain('未发现需要提示的条款');
  });

  test('a waiver stands beside its finding, with who and when', () => {
    const waived = { ...SOURCE, waiver: { reason: '已另行补偿。', by: '何敏', at: '2026-11-20' } };
    expect(textOf(renderReviewReport(reportOf([waived])).pdf)).toContain('已另行补偿。（何敏，2026-11-20）');
  });

  test('a character the font lacks is written out and told', () => {
    const rendered = renderReviewReport(reportOf([{ ...SOURCE, quote: '乙方\u{1f389}某支付。' }]));
    expect(rendered.missing.map(({ characters }) => characters)).toEqual([['[U+1F389]']]);
    expect(textOf(rendered.pdf)).toContain('[U+1F389]');
  });

  test('a sentence of several pages is drawn to its end', () => {
    const long = `${'乙方应当遵守甲方的全部规定，'.repeat(500)}末句在此。`;
    const { pdf } = renderReviewReport(reportOf([{ ...SOURCE, quote: long }]));
    expect(pagesOf(pdf).length).toBeGreaterThan(3);
    expect(textOf(pdf)).toContain('末句在此');
  });
});

describe('the negotiation sheet', () => {
  test.each(['fair', 'hard', 'atrocious'] as const)(
    'of the %s contract is one page in both languages',
    (name) => {
      for (const lang of LANGS) {
        const { pdf, missing } = renderNegotiationSheet(sampleReport(name, lang));
        expect(pagesOf(pdf)).toHaveLength(1);
        expect(missing).toEqual([]);
        for (const { x, width, text } of pagesOf(pdf)[0]!)
          expect(x + width, text).toBeLessThan(PAGE.width - 30);
      }
    },
  );

  test('puts what must be negotiated first and says how many it has no room for', () => {
    const report = sampleReport('atrocious', 'zh');
    const rows = textOf(renderNegotiationSheet(report).pdf);
    const drawn = report.findings.filter(({ name }) => rows.includes(name));
    expect(rows).toMatch(/另有 \d+ 项，连同依据与数字见审阅报告/);
    const left = Number(/另有 (\d+) 项/.exec(rows)![1]);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(report.findings.length);
    expect(drawn.some(({ negotiability }) => negotiability === 'must')).toBe(true);
  });
});

describe.each(LANGS)('the certificate in %s', (lang) => {
  const certificate = sampleCertificate(lang);
  const { pdf, hash, missing } = renderAcceptanceCertificate(certificate);
  const whole = runOn(textOf(pdf));

  test('says hashes, time, address, browser, both sides’ statements and the guardian', () => {
    expect(missing).toEqual([]);
    const facts = certificate.acceptances.flatMap((each) => [
      each.signerName,
      each.acceptedAt,
      each.ipAddress,
      each.userAgent,
      each.statementSha256,
      ...each.statement,
    ]);
    const { guardian, textSha256, termsSha256, agency, anchor } = certificate;
    const said = [...facts, textSha256, termsSha256, agency.name, agency.creditCode, anchor.realName];
    for (const fact of [...said, guardian!.name, guardian!.confirmedBy])
      if (fact !== null) expect(whole).toContain(runOn(fact));
  });

  test('bears the hash of what it says: another browser, another hash', () => {
    expect(whole).toContain(hash);
    const [anchor, agency] = certificate.acceptances;
    const forged = { ...certificate, acceptances: [{ ...anchor!, userAgent: 'other' }, agency!] };
    expect(renderAcceptanceCertificate(forged).hash).not.toBe(hash);
  });

  test('without a guardian has no word of one', () => {
    const adult = renderAcceptanceCertificate({ ...certificate, guardian: null });
    expect(textOf(adult.pdf)).not.toMatch(/监护人同意|Consent of the guardian/);
    expect(pagesOf(adult.pdf)).toHaveLength(1);
  });
});
