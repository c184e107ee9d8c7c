import { hash, verify } from '@node-rs/argon2';

/** The smallest argon2id (the library's default kind) OWASP recommends: 19 MiB, two passes. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, options);

export const verifyPassword = (kept: { hash: string; password: string }): Promise<boolean> =>
  verify(kept.hash, kept.password);
