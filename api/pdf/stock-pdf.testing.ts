import PDFDocument from 'pdfkit';
import { FONT_FILES, fontPath } from './font-source.ts';
import { PAGE, type Surface } from './surface.ts';

/**
 * What `draw` draws, on pdfkit as its guide shows it: fonts opened by path for every document, `doc.text`.
 * `hasShaping`: unless told not to, pdfkit moves Latin letters closer by pairs, joins some, and takes other digits in
 * texts that begin with a Latin letter; our own writer does none of it.
 */
export function drawStock(
  draw: (surface: Surface) => void,
  { hasShaping }: { hasShaping: boolean },
): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, bufferPages: true });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  draw(stockSurface(pdf, hasShaping ? {} : { features: { kern: false, liga: false, locl: false } as never }));
  pdf.end();
  return done;
}

function stockSurface(pdf: PDFKit.PDFDocument, shaping: PDFKit.Mixins.TextOptions): Surface {
  for (const weight of ['regular', 'medium'] as const) pdf.registerFont(weight, fontPath(FONT_FILES[weight]));
  return {
    addPage: () => void pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 }),
    turnToPage: (index) => void pdf.switchToPage(index),
    pageCount: () => pdf.bufferedPageRange().count,
    widthOf: (text, style) => pdf.font(style.weight).fontSize(style.sizePt).widthOfString(text, shaping),
    text(text, x, baseline, style, align = 'left') {
      pdf.font(style.weight).fontSize(style.sizePt).fillColor(style.color);
      const left = align === 'left' ? x : align === 'right' ? x - 500 : x - 250;
      if (align === 'left')
        pdf.text(text, left, baseline, { ...shaping, lineBreak: false, baseline: 'alphabetic' });
      else
        pdf.text(text, left, baseline, {
          ...shaping,
          width: 500,
          align: align === 'right' ? 'right' : 'center',
          baseline: 'alphabetic',
        });
    },
    fillBox: (x, y, width, height, color) => void pdf.rect(x, y, width, height).fill(color),
    fillBoxes(boxes, color) {
      for (const [x, y, width, height] of boxes) pdf.rect(x, y, width, height);
      pdf.fill(color);
    },
    strokeBox: (x, y, width, height, color, lineWidth) =>
      void pdf.lineWidth(lineWidth).rect(x, y, width, height).stroke(color),
    line: (x1, y1, x2, y2, color, lineWidth) =>
      void pdf.lineWidth(lineWidth).moveTo(x1, y1).lineTo(x2, y2).stroke(color),
  };
}
