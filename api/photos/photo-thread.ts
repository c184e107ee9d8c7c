import { type MessagePort, Worker } from 'node:worker_threads';
import { DomainError } from '../domain/error.ts';
import { type PhotoRefusal, refusePhoto } from './refusal.ts';

/** What one piece of work may cost. */
export interface WorkLimits {
  /** Of the thread's own work: a busy machine makes it slow, not hopeless. */
  maxWorkMilliseconds: number;
  /** By the clock, however busy the machine is. */
  maxMilliseconds: number;
  /** Of pictures and the engine, beside the script's own heap. */
  maxBufferMegabytes: number;
}

/** What a thread says of its work; `failure` is an error that is no refusal. */
type ThreadAnswer<Result> =
  | { answer: Result }
  | { refusal: PhotoRefusal; details: Record<string, unknown> | undefined }
  | { failure: string };

const HEAP_MEGABYTES = 256;
/** The engine's memory only grows; a fresh thread after many pieces of work gives it back. */
const WORK_PER_THREAD = 100;
const WATCH_MILLISECONDS = 250;

/**
 * Work on photos in a thread of its own, started at the first piece and kept, one piece after the other. The function
 * throws the refusals of a photo; `photo_too_slow` and `photo_too_complex` end the thread with what it was doing.
 */
export function openPhotoThread<Request, Result>(
  script: URL,
): (request: Request, limits: WorkLimits) => Promise<Result> {
  let thread: { worker: Worker; work: number } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = () => {
    const ending = thread?.worker;
    thread = undefined;
    void ending?.terminate();
  };
  const next = async (request: Request, limits: WorkLimits): Promise<Result> => {
    thread ??= {
      worker: startWorker(script, (gone) => {
        if (thread?.worker === gone) thread = undefined;
      }),
      work: 0,
    };
    const isLast = ++thread.work >= WORK_PER_THREAD;
    try {
      const result = await askThread<Request, Result>(thread.worker, request, limits);
      if (isLast) end();
      return result;
    } catch (error) {
      // after a refusal of a photo the thread is as good as before
      if (error instanceof BrokenThread || given.has(error as Error)) end();
      throw error;
    }
  };
  return (request, limits) => {
    const mine = last.then(() => next(request, limits));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The thread's side: answers each request that comes through the port. */
export function servePhotoThread<Request, Result>(
  port: MessagePort | null,
  work: (request: Request) => Promise<Result>,
): void {
  port?.on('message', async (request: Request) => {
    const answer: ThreadAnswer<Result> = await work(request).then(
      (result) => ({ answer: result }),
      (error: unknown) => {
        if (error instanceof DomainError)
          return { refusal: error.code as PhotoRefusal, details: error.details };
        return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      },
    );
    port.postMessage(answer);
  });
}

/** The thread itself is in doubt. */
class BrokenThread extends Error {}

/** Refusals after which the thread is ended. */
const given = new WeakSet<Error>();

function giveUp(code: 'photo_too_slow' | 'photo_too_complex'): Error {
  const refusal = refusePhoto(code);
  given.add(refusal);
  return refusal;
}

function startWorker(script: URL, onExit: (worker: Worker) => void): Worker {
  const worker = new Worker(script, {
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
  });
  // a thread that dies between two pieces of work is replaced at the next
  worker.on('error', () => undefined);
  worker.once('exit', () => onExit(worker));
  return worker;
}

async function askThread<Request, Result>(
  worker: Worker,
  request: Request,
  limits: WorkLimits,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const answered = (message: ThreadAnswer<Result>) => {
    if ('answer' in message) resolve(message.answer);
    else if ('refusal' in message) reject(refusePhoto(message.refusal, message.details));
    else reject(new BrokenThread(`The work on photos failed: ${message.failure}`));
  };
  const failed = (error: Error & { code?: string }) =>
    reject(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? giveUp('photo_too_complex')
        : new BrokenThread(error.message),
    );
  const ended = () => reject(new BrokenThread('The thread that works on photos ended without an answer.'));
  worker.once('message', answered).once('error', failed).once('exit', ended);
  worker.ref();
  const stop = watch(worker, limits, reject);
  worker.postMessage(request);
  try {
    return await promise;
  } finally {
    stop();
    worker.off('message', answered).off('error', failed).off('exit', ended);
    worker.unref();
  }
}

/** Ends work that takes too long or too much; a thread's own limits count its heap alone. */
function watch(worker: Worker, limits: WorkLimits, reject: (error: Error) => void): () => void {
  const start = performance.now();
  // a thread that has not begun yet cannot say, and has done nothing
  const before = worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  const timer = setInterval(async () => {
    const elapsed = performance.now() - start;
    const [used, first, heap] = await Promise.all([
      worker.cpuUsage(),
      before,
      worker.getHeapStatistics(),
    ]).catch(() => []);
    const worked = used && first ? (used.user + used.system - first.user - first.system) / 1000 : 0;
    if (worked > limits.maxWorkMilliseconds || elapsed > limits.maxMilliseconds)
      reject(giveUp('photo_too_slow'));
    else if (heap && heap.external_memory > limits.maxBufferMegabytes * 2 ** 20)
      reject(giveUp('photo_too_complex'));
  }, WATCH_MILLISECONDS);
  return () => clearInterval(timer);
}
