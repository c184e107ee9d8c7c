import { AsyncLocalStorage } from 'node:async_hooks';

/** Beside the arguments, because it decides nothing: it only lets what a request did be found by the request's id. */
const requestIds = new AsyncLocalStorage<string>();

/** Everything `work` starts belongs to this request. */
export const withRequestId = <T>(requestId: string, work: () => T): T => requestIds.run(requestId, work);

/** The request that is being answered; undefined for jobs and commands. */
export const currentRequestId = (): string | undefined => requestIds.getStore();
