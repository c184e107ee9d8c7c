import { type Fen, fen } from '../../domain/money.ts';
import { PAY_ENTRY_KINDS } from '../../domain/pay-entry.ts';
import type { StatementDocument } from '../../domain/statement.ts';
import type { FontWeight } from '../../pdf/font-source.ts';
import { createPageWriter, type PdfFonts } from '../../pdf/page-writer.ts';
import { layOutStatement } from './statement-layout.ts';

/**
 * The characters the template itself draws, found by drawing statements about nobody.
 * One it misses is embedded like any name's, so the list may be short of some without harm.
 */
export function templateText(fonts: PdfFonts): Record<FontWeight, string> {
  const writer = createPageWriter(fonts);
  for (const closingFen of [fen(-1), fen(1)])
    layOutStatement(writer, blankStatement(closingFen), { hash: '0123456789abcdef', code: '-' });
  const textOf = (weight: FontWeight): string =>
    writer
      .fonts()
      .find(([, { cache }]) => cache === fonts[weight])![1]
      .glyphs.slice(1)
      .map((glyph) => String.fromCodePoint(glyph.codePoint))
      .join('');
  return { regular: textOf('regular'), medium: textOf('medium') };
}

function blankStatement(closingFen: Fen): StatementDocument {
  const clause = 'MCN-0123456789 v §,.%';
  return {
    version: 2,
    no: '0123456789-',
    month: '2026-05',
    issuedOn: '2026-06-05',
    agency: { name: '有限公司', creditCode: null, verifyAt: 'https://' },
    anchor: { name: '', realName: '', payee: null, accountTail: null },
    contracts: [{ no: clause, title: '合同', versionNo: 1 }],
    summary: {
      salesFen: fen(1234567890),
      baseFen: fen(0),
      earnedFen: fen(0),
      reversedFen: fen(0),
      entriesFen: fen(1),
      openingFen: fen(-1),
      closingFen,
      payableFen: fen(Math.max(0, closingFen)),
      carriedFen: fen(Math.min(0, closingFen)),
      orderLines: 0,
    },
    streams: [{ title: null, startedAt: '2026-05-01T20:00', amountFen: fen(1234567890), products: [] }],
    reversals: (['refund', 'tier', 'unlinked'] as const).map((reason) => ({
      orderNo: '',
      lineNo: '',
      product: '',
      settledIn: '2026-04',
      reason,
      baseFen: fen(-1),
      amountFen: fen(-1),
      clause,
    })),
    entries: PAY_ENTRY_KINDS.map((kind) => ({
      kind,
      concernsMonth: '2026-05',
      amountFen: fen(1),
      explanation: { zh: '', en: '' },
    })),
  };
}
