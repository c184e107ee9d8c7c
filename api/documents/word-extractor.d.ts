declare module 'word-extractor' {
  interface Verbatim {
    filterUnicode?: boolean;
  }

  /** What the reader of Word 97 files finds; each part is plain text. */
  interface WordText {
    getBody(options?: Verbatim): string;
    getFootnotes(options?: Verbatim): string;
    getEndnotes(options?: Verbatim): string;
    getHeaders(options?: Verbatim & { includeFooters?: boolean }): string;
    getTextboxes(options?: Verbatim & { includeBody?: boolean; includeHeadersAndFooters?: boolean }): string;
  }

  export default class WordExtractor {
    extract(source: string | Buffer): Promise<WordText>;
  }
}
