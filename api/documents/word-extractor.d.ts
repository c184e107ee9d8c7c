declare module 'word-extractor' {
  /** What the reader of Word 97 files finds; each part is plain text. */
  interface WordText {
    getBody(): string;
    getFootnotes(): string;
    getEndnotes(): string;
    getHeaders(options?: { includeFooters?: boolean }): string;
    getTextboxes(options?: { includeBody?: boolean; includeHeadersAndFooters?: boolean }): string;
  }

  export default class WordExtractor {
    extract(source: string | Buffer): Promise<WordText>;
  }
}
