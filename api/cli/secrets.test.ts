import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSecrets } from './secrets.ts';

const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-secrets-'));

describe('the secrets of an installation', () => {
  it('are made once, kept for the owner alone and the same at every start', () => {
    const dir = folder();
    const made = loadSecrets(dir, {});
    expect(made.sealKey).toHaveLength(32);
    expect(fs.statSync(path.join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(dir)).toEqual(['secrets.json']);
    expect(loadSecrets(dir, {})).toEqual(made);
    expect(loadSecrets(folder(), {}).authSecret).not.toBe(made.authSecret);
  });

  it('may be given by the environment or by files, and then nothing is written', () => {
    const dir = folder();
    const key = randomBytes(32);
    const file = path.join(folder(), 'secret');
    fs.writeFileSync(file, `${'s'.repeat(40)}\n`);
    const given = loadSecrets(dir, { FAIRCAST_SECRET_FILE: file, FAIRCAST_SEAL_KEY: key.toString('hex') });
    expect(given).toEqual({ authSecret: 's'.repeat(40), sealKey: key });
    expect(fs.readdirSync(dir)).toEqual([]);
  });

  it('are refused when they are too weak', () => {
    expect(() => loadSecrets(folder(), { FAIRCAST_SECRET: 'short' })).toThrow(/at least 32/);
    expect(() => loadSecrets(folder(), { FAIRCAST_SEAL_KEY: 'c2hvcnQ=' })).toThrow(/32 bytes/);
  });
});
