import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

export interface RunningCommand {
  child: ChildProcess;
  /** When it is gone and all it said is read. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; out: string; err: string }>;
}

export interface Commands {
  /** The command line as a process of its own, as somebody at a terminal starts it. */
  start(args: readonly string[], env?: Record<string, string | undefined>): RunningCommand;
  /** Kills what still runs and waits for it: for `afterAll`. */
  endAll(): Promise<void>;
}

/** A place for the processes of one test file, so that none outlives it. */
export function openCommands(): Commands {
  const running = new Set<RunningCommand>();
  return {
    start(args, env = {}) {
      const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...env } });
      const said = { out: '', err: '' };
      child.stdout.on('data', (chunk) => {
        said.out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said.err += chunk;
      });
      const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }));
      const command = { child, ended };
      running.add(command);
      void ended.then(() => running.delete(command));
      return command;
    },
    async endAll() {
      for (const { child, ended } of running) {
        child.kill('SIGKILL');
        await ended;
      }
    },
  };
}
