import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openBankAccount, sealBankAccount } from './seal.ts';

const key = randomBytes(32);

describe('a sealed bank account', () => {
  it('opens with its key for its anchor, and looks different every time', () => {
    const one = sealBankAccount(key, 7, '6222020200112233445');
    expect(one).toMatch(/^v1:[\w-]+:[\w-]+:[\w-]+$/);
    expect(one).not.toContain('6222020200112233445');
    expect(sealBankAccount(key, 7, '6222020200112233445')).not.toBe(one);
    expect(openBankAccount(key, 7, one)).toBe('6222020200112233445');
  });

  it('does not open for another anchor, with another key, or with a bit changed', () => {
    const sealed = sealBankAccount(key, 7, '6222020200112233445');
    expect(() => openBankAccount(key, 8, sealed)).toThrow();
    expect(() => openBankAccount(randomBytes(32), 7, sealed)).toThrow();
    const [version, iv, tag, text] = sealed.split(':');
    const flipped = Buffer.from(text!, 'base64url');
    flipped[0]! ^= 1;
    expect(() =>
      openBankAccount(key, 7, [version, iv, tag, flipped.toString('base64url')].join(':')),
    ).toThrow();
    expect(() => openBankAccount(key, 7, [version, iv, tag!.slice(0, 6), text].join(':'))).toThrow();
    expect(() => openBankAccount(key, 7, sealed.replace('v1', 'v2'))).toThrow('version 1');
  });
});
