import { DomainError } from '../api/domain/error.ts';

/** What a constraint means to the person who ran into it. Names are the database's own. */
const MEANING: Record<string, { code: string; message: string; field?: string }> = {
  anchor_streams_do_not_overlap: { code: 'stream_overlaps', message: 'this anchor already has a stream at that time', field: 'startsAt' },
  one_version_in_force: { code: 'version_overlaps', message: 'another version of this contract is in force on some of these days', field: 'effectiveFrom' },
  one_rule_for_a_scope_on_a_day: { code: 'rule_overlaps', message: 'another active rule covers the same scope on some of these days', field: 'rules' },
  tiers_do_not_overlap: { code: 'tiers_overlap', message: 'two tiers cover the same cumulative sales', field: 'tiers' },
  settlement_line_key: { code: 'already_settled', message: 'another run settled these lines first' },
  one_journal_per_source: { code: 'already_posted', message: 'this was posted to the journal already' },
  approver_is_another_person: { code: 'four_eyes', message: 'the person who prepared a payout cannot approve it' },
};

interface PgError extends Error {
  code: string;
  constraint?: string;
  table?: string;
  detail?: string;
}

/** A database refusal as a refusal a user can act on; undefined when it is not one. */
export function constraintError(error: unknown): DomainError | undefined {
  if (!isPgError(error)) return undefined;
  const known = error.constraint ? MEANING[error.constraint] : undefined;
  if (known) {
    const errors = known.field ? { [known.field]: known.message } : undefined;
    return new DomainError('conflict', known.code, known.message, { errors });
  }
  switch (error.code) {
    case '23505':
      return new DomainError('conflict', 'already_exists', `${columnsOf(error)} is already in use`, {
        errors: Object.fromEntries(columnsOf(error).split(', ').map((name) => [camel(name), 'already in use'])),
      });
    case '23503':
      return new DomainError('invalid', 'unknown_reference', `${columnsOf(error)} names a record that does not exist`, {
        errors: Object.fromEntries(columnsOf(error).split(', ').map((name) => [camel(name), 'no such record'])),
      });
    case '23514':
      return new DomainError('invalid', 'rule_broken', `refused by the rule ${error.constraint ?? error.message}`);
    case '23001':
      return new DomainError('conflict', 'frozen', error.message);
    case '23P01':
      return new DomainError('conflict', 'overlaps', `overlaps another record (${error.constraint ?? ''})`);
    case '42501':
      return new DomainError('forbidden', 'not_allowed', 'the database refuses this for your role');
    case '22003':
      return new DomainError('invalid', 'out_of_range', 'a number is out of range');
    case '55P03':
      return new DomainError('conflict', 'busy', 'somebody else is changing this right now: try again');
    default:
      return undefined;
  }
}

function isPgError(error: unknown): error is PgError {
  return error instanceof Error && typeof (error as PgError).code === 'string' && /^[0-9A-Z]{5}$/.test((error as PgError).code);
}

/** `Key (anchor_id)=(999)` → `anchor_id` */
function columnsOf(error: PgError): string {
  return /^Key \(([^)]+)\)/.exec(error.detail ?? '')?.[1]?.replaceAll('"', '') ?? error.constraint ?? 'value';
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
