import { createCanvas } from '@napi-rs/canvas';

/** A PDF as a reader that is not ours sees it. */
export interface SeenPdf {
  pageCount: number;
  /** The texts of each page in the order they are drawn, with where they stand in points from the bottom left. */
  texts(): Promise<SeenText[][]>;
  /** A page as RGBA pixels; the first is 1. */
  picture(page: number, scale: number): Promise<Picture>;
  /** The information dictionary, and the XMP as it was read. */
  metadata(): Promise<{ info: Record<string, unknown>; xmp: Map<string, unknown> }>;
  attachments(): Promise<{ filename: string; description: string; content: Buffer }[]>;
}

export interface SeenText {
  text: string;
  x: number;
  y: number;
  width: number;
}

export interface Picture {
  data: Uint8ClampedArray;
  width: number;
  height: number;
  png(): Buffer;
}

export async function seePdf(pdf: Buffer): Promise<SeenPdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const opened = await pdfjs.getDocument({
    data: new Uint8Array(pdf),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  return {
    pageCount: opened.numPages,
    async texts() {
      const pages: SeenText[][] = [];
      for (let number = 1; number <= opened.numPages; number++) {
        const { items } = await (await opened.getPage(number)).getTextContent();
        const seen = items.flatMap((item) =>
          'str' in item && item.str !== ''
            ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width }]
            : [],
        );
        pages.push(seen);
      }
      return pages;
    },
    async picture(number, scale) {
      const page = await opened.getPage(number);
      const viewport = page.getViewport({ scale });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const context = canvas.getContext('2d');
      await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      return { data, width, height, png: () => canvas.toBuffer('image/png') };
    },
    async metadata() {
      const { info, metadata } = await opened.getMetadata();
      return {
        info: info as Record<string, unknown>,
        xmp: new Map([...(metadata as Iterable<[string, unknown]>)]),
      };
    },
    async attachments() {
      const files: Map<string, { filename: string; description: string }> =
        (await opened.getAttachments()) ?? new Map();
      const contents = [...files].map(async ([id, file]) => {
        const content = (await opened.getAttachmentContent(id)) as Uint8Array | null;
        return { ...file, content: Buffer.from(content ?? []) };
      });
      return Promise.all(contents);
    },
  };
}
