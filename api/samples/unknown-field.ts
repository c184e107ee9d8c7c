import { DomainError } from '../domain/error.ts';

/** A field that names something that is not there, or not in sight. */
export const unknownField = (field: string, complaint = 'no such record'): DomainError =>
  new DomainError('invalid', 'unknown_reference', `${field}: ${complaint}`, {
    errors: { [field]: complaint },
  });
