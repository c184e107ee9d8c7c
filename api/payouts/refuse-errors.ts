import { DomainError, type FieldErrors } from '../domain/error.ts';

export const prefixErrors = (path: string, errors: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, message]) => [`${path}.${field}`, message]));

/** Refused (422) `invalid_input`, naming the first field in the message and each under `errors`; nothing for none. */
export function refuseErrors(errors: FieldErrors): void {
  const [first] = Object.entries(errors);
  if (first) throw new DomainError('invalid', 'invalid_input', `${first[0]}: ${first[1]}`, { errors });
}
