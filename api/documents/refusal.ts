import { DomainError } from '../domain/error.ts';

/** Why a contract's file is not read, and what to do about it. */
const MESSAGES = {
  document_empty: 'The file is empty; choose the contract again.',
  document_too_large: 'The file is larger than 25 MB; save it with smaller pictures, or upload its text.',
  document_is_spreadsheet: 'This is a spreadsheet; upload the contract as .docx or .pdf.',
  document_is_presentation: 'This is a presentation; upload the contract as .docx or .pdf.',
  document_is_picture: 'This is a picture; combine the pages into a PDF, or paste the text.',
  document_is_archive: 'This is an archive; unpack it and upload the contract itself.',
  document_save_as_docx: 'This kind of text file is not read; open it in Word or WPS and save it as .docx.',
  document_old_word: 'This was written by Word 95 or older; open it in Word or WPS and save it as .docx.',
  document_unknown_kind: 'This is no contract in .docx, .doc, .pdf, .txt or .md; save it as one of these.',
  document_encrypted: 'The file has a password; save a copy without one and upload that.',
  document_truncated: 'The file ends too early; the transfer may have broken off: upload it again.',
  document_damaged:
    'The file is damaged; open it in Word, WPS or a PDF reader, save it anew and upload that.',
  document_bomb: 'The file unpacks to an absurd size and was refused; save the contract anew.',
  document_hostile: 'The file holds declarations no contract needs and was refused; save the contract anew.',
  document_too_many_pages: 'The document has more than 400 pages; upload the contract alone.',
  document_text_too_long: 'The text is longer than any contract; upload the contract alone.',
  document_too_slow: 'Reading took longer than 10 seconds; save the document anew, or paste its text.',
  document_too_complex: 'Reading needs too much memory; save the document anew, or paste its text.',
  document_no_text:
    'There is no text in the document; if its pages are pictures, save it as PDF or paste the text.',
  document_no_text_layer: 'The PDF has no text layer (a scan); paste the text or upload a file with text.',
  document_unreadable_text: 'The text cannot be decoded; paste it, or save the document as .docx.',
  document_too_many_scans: 'Too many scanned pages to recognise; paste the text or upload a file with text.',
  document_recognition_failed: 'The scanned pages could not be recognised; paste the text instead.',
} as const;

export type DocumentRefusal = keyof typeof MESSAGES;

/** Every refusal, for the screens' catalogues. */
export const DOCUMENT_REFUSALS = Object.keys(MESSAGES) as DocumentRefusal[];

export function refuseDocument(code: DocumentRefusal, details?: Record<string, unknown>): DomainError {
  return new DomainError('invalid', code, MESSAGES[code], { details });
}
