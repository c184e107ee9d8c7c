import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, I18nProvider, RaRecord } from 'react-admin';
import { type Ask, Refusal, request, requestJson } from './http.ts';
import { makeKeyRing } from './idempotency.ts';

/** react-admin's provider and the house's verbs. Everything rejects with Refusal, its message in the user's language. */
export interface HouseProvider extends DataProvider {
  /** `POST /resource/{id}/verb`, once, whatever the network does. */
  verb: <T = RaRecord>(resource: string, id: string | number, verb: string, body?: unknown) => Promise<T>;
  /** Any other read: `ask('/orders/summary', { filter })`. */
  ask: <T>(path: string, query?: Record<string, unknown>, signal?: AbortSignal) => Promise<T>;
  /** Any other write of JSON: `send('POST', '/statements/issue', { month })`. */
  send: <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<T>;
  /** A file as multipart field `file`. */
  upload: <T>(path: string, file: File) => Promise<T>;
}

export function makeDataProvider(i18n: Pick<I18nProvider, 'translate'>): HouseProvider {
  const keys = makeKeyRing();
  const say = <T>(work: Promise<T>) => work.catch((error: unknown) => Promise.reject(inWords(i18n, error)));
  const fetchPage = (path: string, options: Ask = {}) => request(path, withoutRange(options));
  const reads = simpleRestProvider('', fetchPage as Parameters<typeof simpleRestProvider>[1]);

  async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
    if (method !== 'POST') return requestJson<T>(path, method, body);
    const idempotencyKey = keys.keyFor(path, body);
    try {
      const answer = await requestJson<T>(path, method, body, { idempotencyKey });
      keys.answered(path, body);
      return answer;
    } catch (error) {
      if (error instanceof Refusal && error.status >= 400 && error.status < 500) keys.answered(path, body);
      throw error;
    }
  }

  return {
    ...reads,
    getList: (resource, params) =>
      say(reads.getList(resource, { ...params, filter: cleanFilter(params.filter) })),
    getOne: (resource, params) => say(reads.getOne(resource, params)),
    getMany: (resource, params) => say(reads.getMany(resource, params)),
    getManyReference: (resource, params) => say(reads.getManyReference(resource, params)),
    create: (resource, { data }) =>
      say(send('POST', `/${resource}`, data).then((record) => ({ data: record as never }))),
    update: (resource, { id, data }) =>
      say(
        send('PUT', `/${resource}/${encodeURIComponent(id)}`, data).then((record) => ({
          data: record as never,
        })),
      ),
    verb: (resource, id, verb, body = {}) =>
      say(send('POST', `/${resource}/${encodeURIComponent(id)}/${verb}`, body)),
    ask: (path, query, signal) => say(requestJson(path + queryText(query), 'GET', undefined, { signal })),
    send: (method, path, body) => say(send(method, path, body)),
    upload: (path, file) => {
      const form = new FormData();
      form.append('file', file);
      return say(request(path, { method: 'POST', body: form }).then((answer) => answer.json as never));
    },
  };
}

/** Empty filters are left out: the API refuses what it cannot read. */
export function cleanFilter(filter: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}

/** `{filter: {month: '2026-05'}}` → `?filter=%7B…`; objects as JSON, as the lists speak it. */
export function queryText(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  if (pairs.length === 0) return '';
  const text = new URLSearchParams(
    pairs.map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
  return `?${text}`;
}

/** The same refusal with a sentence the user reads: by its code, else the API's own. Field errors likewise. */
export function inWords(i18n: Pick<I18nProvider, 'translate'>, error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const { code, message, requestId } = error.body;
  const reason = i18n.translate(`house.reason.${code}`, { _: '' });
  const text = i18n.translate(`house.problem.${code}`, {
    _: reason || message || code,
    requestId: requestId ?? '—',
  });
  // A reason of the domain that names one field is told there in the user's language too.
  const fields = Object.keys(error.body.errors ?? {});
  const body =
    reason && fields.length === 1 ? { ...error.body, errors: { [fields[0]!]: reason } } : error.body;
  return Object.assign(new Refusal(error.status, body), { message: text });
}

/** simple-rest asks for a byte-range header no proxy of ours needs. */
function withoutRange(options: Ask): Ask {
  const headers = new Headers(options.headers);
  headers.delete('Range');
  return { ...options, headers };
}
