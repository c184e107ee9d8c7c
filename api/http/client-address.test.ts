import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { addressReader } from './client-address.ts';

async function read(trusted: string[], socketAddress: string, forwarded?: string): Promise<string> {
  const app = new Hono();
  const reader = addressReader(trusted);
  app.get('/', (c) => c.text(reader(c)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const answer = await app.request(
    '/',
    { headers },
    { incoming: { socket: { remoteAddress: socketAddress } } },
  );
  return answer.text();
}

describe('the caller’s address', () => {
  it('is the connection’s own when no proxy is trusted, whatever the header says', async () => {
    expect(await read([], '203.0.113.7', '1.1.1.1')).toBe('203.0.113.7');
    expect(await read([], '::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('is what the trusted proxy appended, not what the caller wrote in front', async () => {
    expect(await read(['10.0.0.1'], '10.0.0.1', '1.1.1.1, 198.51.100.4')).toBe('198.51.100.4');
    expect(await read(['10.0.0.0/8', 'fd00::/8'], 'fd00::2', '1.1.1.1, 198.51.100.4, 10.2.3.4')).toBe(
      '198.51.100.4',
    );
  });

  it('stays the proxy’s when the header holds no address', async () => {
    expect(await read(['10.0.0.1'], '10.0.0.1', 'unknown')).toBe('10.0.0.1');
    expect(await read(['10.0.0.1'], '10.0.0.1')).toBe('10.0.0.1');
  });
});
