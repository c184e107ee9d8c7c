import cliProgress from 'cli-progress';

export interface Progress {
  step(by?: number): void;
  set(value: number): void;
  stop(): void;
}

/** A bar on a terminal, on stderr; silence where nobody watches. */
export function startProgress(what: string, total: number, isQuiet: boolean): Progress {
  if (isQuiet || !process.stderr.isTTY) return { step() {}, set() {}, stop() {} };
  const bar = new cliProgress.SingleBar(
    {
      format: `${what} {bar} {percentage}% | {value}/{total} | {eta_formatted}`,
      stream: process.stderr,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    step: (by = 1) => bar.increment(by),
    set: (value) => bar.update(value),
    stop: () => bar.stop(),
  };
}
