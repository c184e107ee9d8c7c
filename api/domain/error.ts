/** What kind of refusal this is; the http room maps it to a status once (404/403/409/422/429). */
export type ErrorKind = 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'too_many';

/** One field's complaint: `path` is dotted (`lines.3.rateBps`). */
export type FieldErrors = Record<string, string>;

/** A refusal a user can act on. Anything else thrown is a bug. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly errors: FieldErrors | undefined;
  /** Values a screen or a command may show beside the message (counts, ids); never secrets. */
  readonly details: Record<string, unknown> | undefined;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    more: { errors?: FieldErrors; details?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.errors = more.errors;
    this.details = more.details;
  }
}

/** Why something is refused: the API answers with it, a button is disabled and shows it. */
export interface Reason {
  /** Key under `reason.*` of the screens' catalogues. */
  code: string;
  /** English fallback for the API and the command line. */
  message: string;
}

export const refuse = (kind: ErrorKind, reason: Reason): DomainError =>
  new DomainError(kind, reason.code, reason.message);
