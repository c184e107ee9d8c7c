import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeDataProvider } from './data-provider.ts';
import { onSessionEnd, Refusal } from './http.ts';

interface Seen {
  url: string;
  method: string;
  key: string | null;
  body: unknown;
}

const i18n = {
  translate: (key: string, options?: { _?: string; requestId?: string }) =>
    ({ 'house.problem.internal': `坏了 ${options?.requestId}`, 'house.reason.under_16': '未满 16 周岁' })[
      key
    ] ??
    options?._ ??
    key,
};

/** Answers in turn; an `Error` in the list is a network that failed. */
function answering(...answers: (Response | Error)[]): Seen[] {
  const seen: Seen[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    seen.push({ url, method: init.method!, key: new Headers(init.headers).get('Idempotency-Key'), body });
    const answer = answers.shift()!;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return seen;
}

const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const caught = (work: Promise<unknown>) =>
  work.then(() => undefined).catch((error: unknown) => error as Refusal);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  onSessionEnd(undefined);
});

describe('a list', () => {
  it('is asked for by filter, sort and range, without the empty filters, and counted by Content-Range', async () => {
    const seen = answering(json([{ id: 1 }], 200, { 'Content-Range': 'anchors 0-0/319' }));
    const page = await makeDataProvider(i18n).getList('anchors', {
      pagination: { page: 2, perPage: 25 },
      sort: { field: 'name', order: 'ASC' },
      filter: { q: '花', status: '', tier: null },
    });
    expect(page).toEqual({ data: [{ id: 1 }], total: 319 });
    const query = new URL(seen[0]!.url, 'http://x').searchParams;
    expect(seen[0]!.url.startsWith('/api/anchors?')).toBe(true);
    expect([query.get('filter'), query.get('sort'), query.get('range')]).toEqual([
      '{"q":"花"}',
      '["name","ASC"]',
      '[25,49]',
    ]);
  });
});

describe('a write', () => {
  it('sends the whole record, with its version, by PUT', async () => {
    const seen = answering(json({ id: 7, name: '小花', rowVersion: 4 }));
    const record = { name: '小花', rowVersion: 3 };
    const { data } = await makeDataProvider(i18n).update('anchors', {
      id: 7,
      data: record,
      previousData: { id: 7 },
    });
    expect(data).toEqual({ id: 7, name: '小花', rowVersion: 4 });
    expect(seen).toEqual([{ url: '/api/anchors/7', method: 'PUT', key: null, body: record }]);
  });

  it('is one POST per verb, with one key through every retry', async () => {
    vi.useFakeTimers();
    const seen = answering(new TypeError('network'), json({}, 503), json({ id: 9, status: 'approved' }));
    const done = makeDataProvider(i18n).verb('payouts', 9, 'approve');
    await vi.runAllTimersAsync();
    expect(await done).toEqual({ id: 9, status: 'approved' });
    expect(seen.map(({ url, method, body }) => [url, method, body])).toEqual(
      Array(3).fill(['/api/payouts/9/approve', 'POST', {}]),
    );
    expect(new Set(seen.map((one) => one.key)).size).toBe(1);
    expect(seen[0]!.key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps its key for the next press when it was never answered, and takes a new one when it was', async () => {
    vi.useFakeTimers();
    const lost = Array.from({ length: 4 }, () => new TypeError('network'));
    const seen = answering(...lost, json({ id: 1 }), json({ id: 2 }));
    const provider = makeDataProvider(i18n);
    const first = caught(provider.create('brands', { data: { name: '甲' } }));
    await vi.runAllTimersAsync();
    expect((await first)?.body.code).toBe('offline');
    await provider.create('brands', { data: { name: '甲' } });
    await provider.create('brands', { data: { name: '甲' } });
    expect(seen[4]!.key).toBe(seen[0]!.key);
    expect(seen[5]!.key).not.toBe(seen[0]!.key);
  });

  it('is not repeated without a key: a PUT the network lost is told to the user', async () => {
    const seen = answering(new TypeError('network'));
    const refusal = await caught(
      makeDataProvider(i18n).update('brands', { id: 1, data: {}, previousData: { id: 1 } }),
    );
    expect(refusal?.status).toBe(0);
    expect(seen).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('carries field errors for the form and a sentence for the eye', async () => {
    answering(
      json({ code: 'invalid_input', message: 'no', errors: { 'accounts.0.externalId': 'taken' } }, 422),
    );
    const refusal = await caught(makeDataProvider(i18n).create('anchors', { data: {} }));
    expect(refusal?.body.errors).toEqual({ 'accounts.0.externalId': 'taken' });
    expect(refusal?.message).toBe('no');
  });

  it('tells a reason of the domain at its field in the language of the user', async () => {
    answering(
      json(
        { code: 'under_16', message: 'an anchor under 16', errors: { bornOn: 'an anchor under 16' } },
        422,
      ),
    );
    const refusal = await caught(makeDataProvider(i18n).create('anchors', { data: {} }));
    expect(refusal?.body.errors).toEqual({ bornOn: '未满 16 周岁' });
    expect(refusal?.message).toBe('未满 16 周岁');
  });

  it('names the request when the fault is ours, even if the answer is no JSON', async () => {
    answering(new Response('<html>', { status: 500, headers: { 'x-request-id': 'r-1' } }));
    const refusal = await caught(makeDataProvider(i18n).getOne('anchors', { id: 1 }));
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal?.message).toBe('坏了 r-1');
  });
});

describe('a session that ended', () => {
  it('is renewed, and the request that met it goes on as if nothing had happened', async () => {
    const seen = answering(json({ code: 'unauthenticated' }, 401), json({ id: 5 }));
    const signedIn = vi.fn(async () => {});
    onSessionEnd(signedIn);
    expect(await makeDataProvider(i18n).verb('payouts', 5, 'pay', { bankReference: 'x' })).toEqual({ id: 5 });
    expect(signedIn).toHaveBeenCalledOnce();
    expect(seen[1]!.key).toBe(seen[0]!.key);
    expect(seen[1]!.body).toEqual({ bankReference: 'x' });
  });
});
