export type DocumentKind = 'docx' | 'doc' | 'pdf' | 'txt' | 'md';

/** What a reader of the text should know; `count` is of what the code names. */
export interface DocumentWarning {
  code: DocumentWarningCode;
  count?: number;
  /** Page numbers, or the beginning of what was left out. */
  detail?: string;
}

export type DocumentWarningCode =
  | 'name_disagrees'
  | 'tracked_changes'
  | 'hidden_text'
  | 'faint_text'
  | 'text_boxes'
  | 'comments_left_out'
  | 'headers_left_out'
  | 'notes_at_end'
  | 'embedded_part'
  | 'macros_ignored'
  | 'numbers_may_be_missing'
  | 'invisible_characters'
  | 'pages_without_text'
  | 'rotated_text_left_out'
  | 'form_fields'
  | 'broken_characters'
  | 'recognised_text';

/** A page's part of the text: characters [start, end). */
export interface PageSpan {
  number: number;
  start: number;
  end: number;
  source: 'text' | 'ocr';
}

/** A contract's text: lines are paragraphs, cells of a table row are parted by tabs. */
export interface ExtractedDocument {
  kind: DocumentKind;
  text: string;
  /** Only a PDF has pages of its own. */
  pages?: PageSpan[];
  /** `ocr`: at least one page was recognised from a picture; what is found there is to be confirmed. */
  source: 'text' | 'ocr';
  warnings: DocumentWarning[];
}
