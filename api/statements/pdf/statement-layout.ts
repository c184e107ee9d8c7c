import type { StatementDocument } from '../../domain/statement.ts';
import { drawFooters, type Seal } from '../../pdf/letterhead.ts';
import { createFlow } from '../../pdf/sheet-style.ts';
import type { Surface } from '../../pdf/surface.ts';
import { drawClose } from './statement-close.ts';
import { drawEntries } from './statement-entries.ts';
import { drawHead, drawRunningHead } from './statement-head.ts';
import { drawLines } from './statement-lines.ts';
import { drawReversals } from './statement-reversals.ts';
import { drawSummary } from './statement-waterfall.ts';

/** Goes up with any change to what is drawn: a statement printed again must say which template drew it. */
export const TEMPLATE_VERSION = 2;

/** Draws the whole statement; every text of it must have its glyphs (`makeDrawable`). */
export function layOutStatement(surface: Surface, document: StatementDocument, seal: Required<Seal>): void {
  const flow = createFlow(surface, (page) => drawRunningHead(page, document));
  surface.addPage();
  drawHead(flow, document);
  drawSummary(flow, document.summary);
  drawLines(flow, document);
  drawReversals(flow, document);
  drawEntries(flow, document);
  drawClose(flow, document, seal);
  drawFooters(surface, document.no, seal, 'zh');
}
