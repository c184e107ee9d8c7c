import { execFile } from 'node:child_process';

const MAX_MEMORY_KILOBYTES = 2_000_000;
const MAX_OUTPUT_BYTES = 32 << 20;

/** Runs a tool on a stranger's file: no shell words from outside, an end in time, a ceiling on its memory. */
export function runTool(
  command: string,
  args: string[],
  {
    signal,
    timeoutMilliseconds,
    env,
  }: { signal: AbortSignal; timeoutMilliseconds: number; env?: Record<string, string> },
): Promise<string> {
  const limited = ['-c', `ulimit -v ${MAX_MEMORY_KILOBYTES} && exec "$0" "$@"`, command, ...args];
  return new Promise((resolve, reject) => {
    execFile(
      '/bin/sh',
      limited,
      {
        signal,
        timeout: timeoutMilliseconds,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_OUTPUT_BYTES,
        env: { ...process.env, OMP_THREAD_LIMIT: '1', ...env },
      },
      (error, stdout) => (error === null ? resolve(stdout) : reject(error)),
    );
  });
}

/** Whether a command is there and answers to `args`. */
export async function hasTool(
  command: string,
  args: string[],
  env?: Record<string, string>,
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(5000);
  return runTool(command, args, { signal, timeoutMilliseconds: 5000, env }).catch(() => undefined);
}
