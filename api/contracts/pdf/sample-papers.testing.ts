import { readFileSync } from 'node:fs';
import type { Lang } from '../../domain/contract-acceptance.ts';
import { contractFigures, type FigureFacts } from '../../domain/contract-figures.ts';
import { READER_VERSION } from '../../domain/contract-reader.ts';
import { readVersion } from '../../domain/contract-review.ts';
import { bps, fen } from '../../domain/money.ts';
import type { AcceptanceCertificate } from './acceptance-certificate.ts';
import { buildReviewReport, type ReviewReport } from './review-report.ts';

const AGENCY = { name: '上海星澜网络科技有限公司', creditCode: '91310114MA1GDEMO0K' };
const MONTHS: FigureFacts['months'] = [
  { month: '2026-07', netFen: fen(612_345), liveMinutes: 9_600 },
  { month: '2026-08', netFen: fen(834_560), liveMinutes: 10_800 },
  { month: '2026-09', netFen: fen(701_299), liveMinutes: null },
];

/** The contract of the guide, read, with the figures of an anchor who earned little. */
export function sampleReport(name: 'fair' | 'hard' | 'atrocious', lang: Lang): ReviewReport {
  const path = new URL(`../../../docs/guide/contracts/${name}.md`, import.meta.url);
  const { findings } = readVersion(readFileSync(path, 'utf8'), { source: 'layer' });
  return buildReviewReport({
    head: {
      lang,
      no: 'XL-ZB-2026-037-v1-R1',
      issuedOn: '2026-11-23',
      agency: AGENCY,
      anchor: { name: '语桐同学' },
      contract: { no: 'XL-ZB-2026-037', title: '独家签约主播合作合同', versionNo: 1 },
    },
    textSha256: 'a'.repeat(64),
    readerVersion: READER_VERSION,
    findings: findings.map((finding, at) => ({
      ...finding,
      waiver:
        at === 0 ? { reason: '双方已另行书面约定补偿，保留该条。', by: '合规·何敏', at: '2026-11-20' } : null,
    })),
    figures: contractFigures({
      months: MONTHS,
      penalty: {
        penalties: [
          { kind: 'amount', amountFen: fen(100_000_000) },
          { kind: 'multiple', timesBps: 50_000, of: 'earned' },
        ],
        isHigherOf: true,
        lossFen: null,
      },
      share: null,
      duties: {
        minutesPerDay: 420,
        minutesPerMonth: null,
        daysPerMonth: 26,
        depositFen: null,
        finesFen: [fen(30_000), fen(200_000)],
        finesBooked: null,
        deductions: [{ what: '售后准备金', rateBps: bps(1_000) }],
      },
    }),
  });
}

/** Both sides in the portal, the anchor seventeen. */
export function sampleCertificate(lang: Lang): AcceptanceCertificate {
  const hashes = `所确认的文本 SHA-256：${'a'.repeat(64)}；分成条款 SHA-256：${'b'.repeat(64)}。`;
  return {
    version: 1,
    lang,
    no: 'XL-ZB-2026-037-v2-C1',
    issuedOn: '2026-11-23',
    agency: AGENCY,
    anchor: { name: '语桐同学', realName: '陈语桐' },
    contract: { no: 'XL-ZB-2026-037', title: '独家签约主播合作合同', versionNo: 2 },
    effectiveFrom: '2026-12-01',
    textSha256: 'a'.repeat(64),
    termsSha256: 'b'.repeat(64),
    acceptances: [
      {
        side: 'anchor',
        method: 'portal',
        signerName: '陈语桐',
        accountName: 'chenyutong@example.com',
        acceptedAt: '2026-11-22 20:15:07',
        signedOn: null,
        ipAddress: '203.0.113.17',
        userAgent:
          'Mozilla/5.0 (Linux; Android 15; V2403A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
        statement: [
          '本人已逐条阅读《独家签约主播合作合同》（编号 XL-ZB-2026-037）第 2 版全文与所附的提示，有机会提问并要求修改，现同意该版本，自 2026-12-01 起适用。',
          '本人未满十八周岁，监护人已书面同意。',
          hashes,
        ],
        statementSha256: 'c'.repeat(64),
      },
      {
        side: 'agency',
        method: 'paper',
        signerName: '赵启明',
        accountName: '运营·林可',
        acceptedAt: '2026-11-23 10:02:44',
        signedOn: '2026-11-22',
        ipAddress: '203.0.113.40',
        userAgent: null,
        statement: [
          '本机构确认并同意《独家签约主播合作合同》（编号 XL-ZB-2026-037）第 2 版，自 2026-12-01 起适用。',
          hashes,
        ],
        statementSha256: 'd'.repeat(64),
      },
    ],
    guardian: {
      name: '陈建国',
      relation: lang === 'zh' ? '父亲' : 'father',
      recordedAt: '2026-11-21 09:30:00',
      confirmedBy: '合规·何敏',
      confirmedAt: '2026-11-21 15:12:30',
    },
  };
}
