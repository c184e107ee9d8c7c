import { AsyncLocalStorage } from 'node:async_hooks';

/** A verb's Idempotency-Key while the verb is at work. */
export interface RunningKey {
  actorId: string;
  route: string;
  key: string;
}

/** Beside the arguments, because it decides nothing: it only lets what a request did be found by the request's id. */
const requestIds = new AsyncLocalStorage<string>();
const runningKeys = new AsyncLocalStorage<RunningKey>();

/** Everything `work` starts belongs to this request. */
export const withRequestId = <T>(requestId: string, work: () => T): T => requestIds.run(requestId, work);

/** The request that is being answered; undefined for jobs and commands. */
export const currentRequestId = (): string | undefined => requestIds.getStore();

/** Everything `work` starts is done under this key, so that an effect can keep its answer with itself. */
export const withRunningKey = <T>(key: RunningKey, work: () => T): T => runningKeys.run(key, work);

/** The key of the verb that is at work; undefined for jobs, commands and verbs without one. */
export const currentRunningKey = (): RunningKey | undefined => runningKeys.getStore();
