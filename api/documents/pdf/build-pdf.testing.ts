import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);

export interface PdfLine {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** A PDF of the given lines at their places, a list a page; A4 in points. */
export async function buildPdf(pages: readonly (readonly PdfLine[])[], password?: string): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, userPassword: password });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.registerFont('song', FONT);
  for (const lines of pages) {
    document.addPage();
    document.rect(10, 10, 5, 5).fill('black');
    for (const { text, x, y, size = 10 } of lines)
      document.font('song').fontSize(size).text(text, x, y, { lineBreak: false });
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Lines one under the other, 16 points apart; `^` marks a first line two letters in. */
export function column(texts: readonly string[], x = 80, top = 100): PdfLine[] {
  return texts.map((text, index) => ({
    text: text.replace(/^\^/, ''),
    x: text.startsWith('^') ? x + 20 : x,
    y: top + index * 16,
  }));
}
