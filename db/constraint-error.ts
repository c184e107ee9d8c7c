import { DomainError } from '../api/domain/error.ts';
import { MEANING } from './constraint-meaning.ts';

interface PgError extends Error {
  code: string;
  constraint?: string;
  table?: string;
  detail?: string;
}

/** A database refusal as a refusal a user can act on; undefined when it is not one (a missing value, 23502, is a bug). */
export function constraintError(error: unknown): DomainError | undefined {
  if (!isPgError(error)) return undefined;
  const known = error.constraint ? MEANING[error.constraint] : undefined;
  if (known) {
    const { kind, code, message, fields } = known;
    const said = code === 'already_exists' ? `${fields.join(', ')}: ${message}` : message;
    return new DomainError(kind, code, said, fields.length > 0 ? { errors: atFields(fields, message) } : {});
  }
  switch (error.code) {
    case '23505':
      return atColumns('conflict', 'already_exists', error, 'already in use');
    case '23503':
      // The same code for two mistakes; only the words tell which side of the reference was touched.
      return error.message.startsWith('update or delete on table')
        ? new DomainError('conflict', 'in_use', 'another record still needs this one')
        : atColumns('invalid', 'unknown_reference', error, 'no such record');
    case '23514':
      return atColumns('invalid', 'rule_broken', error, 'not allowed here');
    case '23001':
      return new DomainError('conflict', 'frozen', error.message);
    case '23P01':
      return new DomainError('conflict', 'overlaps', `overlaps another record (${error.constraint ?? ''})`);
    case '42501':
      return new DomainError('forbidden', 'not_allowed', 'the database refuses this for your role');
    case '22003':
      return new DomainError('invalid', 'out_of_range', 'a number is out of range');
    case '22007':
    case '22008':
      return new DomainError('invalid', 'no_such_time', 'a day or time does not exist, or is out of range');
    case '55P03':
      return new DomainError('conflict', 'busy', 'somebody else is changing this right now: try again');
    default:
      return undefined;
  }
}

function isPgError(error: unknown): error is PgError {
  return (
    error instanceof Error &&
    typeof (error as PgError).code === 'string' &&
    /^[0-9A-Z]{5}$/.test((error as PgError).code)
  );
}

function atColumns(
  kind: 'conflict' | 'invalid',
  code: string,
  error: PgError,
  complaint: string,
): DomainError {
  const fields = columnsOf(error).map(camel);
  return new DomainError(kind, code, `${fields.join(', ')}: ${complaint}`, {
    errors: atFields(fields, complaint),
  });
}

const atFields = (fields: readonly string[], complaint: string) =>
  Object.fromEntries(fields.map((field) => [field, complaint]));

/**
 * `Key (anchor_id)=(999)` → `anchor_id`; where that is hidden, the constraint's name tells a single column:
 * `stream_anchor_id_fkey` of `stream` → `anchor_id`.
 */
function columnsOf({ detail, constraint, table }: PgError): string[] {
  const told = /^Key \(([^)]+)\)/.exec(detail ?? '')?.[1];
  if (told) return told.replaceAll('"', '').split(', ');
  if (!constraint) return ['_'];
  const column = /^(.+)_(?:key|fkey|check)\d*$/.exec(constraint)?.[1];
  const isOfTable = column !== undefined && table !== undefined && column.startsWith(`${table}_`);
  return [isOfTable ? column.slice(table.length + 1) : constraint];
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
