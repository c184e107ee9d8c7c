/** The screens' one way to the API. No react in here: the login page uses it too. */
const BASE = '/api';
const WAITS_MS = [400, 1200, 3000];

export interface Answer {
  status: number;
  headers: Headers;
  body: string;
  json: unknown;
}

export interface Ask {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  signal?: AbortSignal;
  /** Kept through retries; an unsafe request is only repeated when it carries one. */
  idempotencyKey?: string;
}

export interface RefusalBody {
  code: string;
  message: string;
  requestId?: string;
  errors?: Record<string, string>;
  details?: Record<string, unknown>;
}

/** What the API refused, or `status: 0, code: 'offline'` when it was never reached. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: RefusalBody;
  constructor(status: number, body: RefusalBody) {
    super(body.message);
    this.name = 'Refusal';
    this.status = status;
    this.body = body;
  }
}

type SignInAgain = () => Promise<void>;
let signInAgain: SignInAgain | undefined;

/** The desk says here how a session that ended under an open page is renewed; requests wait for it and go on. */
export function onSessionEnd(handler: SignInAgain | undefined): void {
  signInAgain = handler;
}

/**
 * Asks the API under /api. Throws Refusal. A request is repeated when the network or a gateway failed and
 * repeating is harmless (a read, or a write with an idempotency key).
 */
export async function request(path: string, ask: Ask = {}): Promise<Answer> {
  const repeatable = !ask.method || ask.method === 'GET' || ask.idempotencyKey !== undefined;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await requestOnce(path, ask);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 401 && signInAgain && !path.startsWith('/auth/')) await signInAgain();
      else if (!repeatable || !isPassing(error.status) || attempt >= WAITS_MS.length) throw error;
      else await pause(WAITS_MS[attempt]!);
    }
  }
}

/** JSON in, JSON out. */
export async function requestJson<T>(
  path: string,
  method = 'GET',
  body?: unknown,
  ask: Ask = {},
): Promise<T> {
  const answer = await request(path, {
    ...ask,
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return answer.json as T;
}

async function requestOnce(path: string, ask: Ask): Promise<Answer> {
  const headers = new Headers(ask.headers);
  headers.set('Accept', 'application/json');
  if (typeof ask.body === 'string') headers.set('Content-Type', 'application/json');
  if (ask.idempotencyKey) headers.set('Idempotency-Key', ask.idempotencyKey);
  const init = { method: ask.method ?? 'GET', headers, body: ask.body, signal: ask.signal };
  const response = await fetch(BASE + path, { ...init, credentials: 'same-origin' }).catch(
    (error: unknown) => {
      if (ask.signal?.aborted) throw error;
      throw new Refusal(0, { code: 'offline', message: 'The server cannot be reached.' });
    },
  );
  const text = await response.text();
  const json = parse(text);
  if (!response.ok) throw new Refusal(response.status, refusalBody(json, response));
  return { status: response.status, headers: response.headers, body: text, json };
}

function refusalBody(json: unknown, response: Response): RefusalBody {
  const said = (typeof json === 'object' && json !== null ? json : {}) as Partial<RefusalBody>;
  return {
    ...said,
    code: said.code ?? (response.status >= 500 ? 'internal' : 'refused'),
    message: said.message ?? response.statusText,
    requestId: said.requestId ?? response.headers.get('x-request-id') ?? undefined,
  };
}

const isPassing = (status: number): boolean =>
  status === 0 || status === 502 || status === 503 || status === 504;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
