import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRunning } from '../../db/embedded-holders.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

interface Started {
  child: ChildProcess;
  url: string;
  /** What it has said so far. */
  said: () => string;
  ended: Promise<number | null>;
}

/** The real process in a folder of its own, on a port the system chose. */
async function start(data: string): Promise<Started> {
  const { DATABASE_URL: _, DATABASE_URL_DIRECT: __, ...env } = process.env;
  const child = spawn(process.execPath, [main, 'start', '--port', '0', '--data', data, '--no-screens'], {
    env,
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      said += chunk;
      const address = /http:\/\/localhost:\d+/.exec(said);
      if (address) resolve(address[0]);
    });
    child.stderr!.on('data', (chunk) => {
      said += chunk;
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  return { child, url, said: () => said, ended };
}

async function signIn({ url }: Started, password: string): Promise<Response> {
  return fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'admin@faircast.local', password }),
  });
}

const databasePid = (data: string) =>
  Number(fs.readFileSync(path.join(data, 'pg', 'cluster', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('faircast start', () => {
  let data: string;
  let password: string;
  const running = new Set<Started>();
  const open = async () => {
    const started = await start(data);
    running.add(started);
    return started;
  };
  beforeAll(() => {
    data = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-start-'));
    fs.chmodSync(data, 0o755);
  });
  afterAll(async () => {
    for (const { child, ended } of running) {
      child.kill('SIGTERM');
      await ended;
    }
    fs.rmSync(data, { recursive: true, force: true });
  });

  it('opens an empty folder with a first admin, and stops in order at Ctrl-C', async () => {
    const started = await open();
    password = /password: (\S+)/.exec(started.said())![1]!;
    expect((await signIn(started, password)).status).toBe(200);
    const pid = databasePid(data);
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(started.said()).toContain('Stopped');
  });

  it('keeps everything for the second start', async () => {
    const started = await open();
    expect(started.said()).not.toContain('password:');
    expect((await signIn(started, password)).status).toBe(200);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('clears away what a killed process left of a file it was taking in', async () => {
    const files = path.join(data, 'files');
    fs.mkdirSync(files, { recursive: true });
    const leftover = path.join(files, '.incoming-of-a-killed-process');
    fs.writeFileSync(leftover, 'half');
    const yesterday = new Date(Date.now() - 86_400_000);
    fs.utimesSync(leftover, yesterday, yesterday);
    const started = await open();
    expect(fs.existsSync(leftover)).toBe(false);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('starts again after the process was killed, loses nothing, and keeps sessions', async () => {
    const first = await open();
    const [cookie] = (await signIn(first, password)).headers.getSetCookie();
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await open();
    const me = await fetch(`${second.url}/api/me`, { headers: { cookie: cookie!.split(';')[0]! } });
    expect(await me.json()).toMatchObject({ email: 'admin@faircast.local', role: 'admin' });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('starts again after the database was killed', async () => {
    const first = await open();
    process.kill(databasePid(data), 'SIGKILL');
    await expect.poll(async () => (await fetch(`${first.url}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    first.child.kill('SIGTERM');
    await first.ended;
    const second = await open();
    expect((await signIn(second, password)).status).toBe(200);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });
});

describe('the command line', () => {
  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, [main, ...args]);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      said.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.err += chunk;
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, ...said };
  };

  it('answers wrong words with the usage on stderr and exit code 2', async () => {
    for (const args of [['dance'], ['start', '--port', 'many'], ['start', '--nonsense'], []]) {
      const { code, out, err } = await run(...args);
      expect(code, args.join(' ')).toBe(2);
      expect(`${out}${err}`).toContain('start [--port 8787]');
    }
  });

  it('answers a refusal with one line on stderr and exit code 1', async () => {
    const { code, out, err } = await new Promise<Awaited<ReturnType<typeof run>>>((resolve) => {
      const child = spawn(
        process.execPath,
        [main, 'start', '--no-screens', '--data', fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-'))],
        {
          env: { ...process.env, FAIRCAST_SECRET: 'short' },
        },
      );
      const said = { out: '', err: '' };
      child.stdout.on('data', (chunk) => {
        said.out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said.err += chunk;
      });
      child.once('close', (code) => resolve({ code, ...said }));
    });
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('faircast: FAIRCAST_SECRET needs at least 32 characters\n');
  });
});
