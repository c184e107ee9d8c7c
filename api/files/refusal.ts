import { DomainError } from '../domain/error.ts';

/** Why a whole file is refused before or while it is read; nothing of it is kept. */
export type FileRefusal =
  | 'file_missing'
  | 'file_empty'
  | 'file_too_large'
  | 'file_wrong_kind'
  | 'file_truncated'
  | 'file_damaged'
  | 'file_bomb'
  | 'file_too_many_lines'
  | 'file_no_table'
  | 'file_duplicate_header'
  | 'file_unknown';

export function refuseFile(
  code: FileRefusal,
  message: string,
  details?: Record<string, unknown>,
): DomainError {
  return new DomainError('invalid', code, message, { details });
}
