import { setMaxListeners } from 'node:events';
import type { Host } from './host.ts';

/** How the program ends early when somebody asks it to. */
export type Interruption = {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** 128 and the signal's number, as shells say it; null while there was none. */
  exitCode(): number | null;
  /** Cleans up when the program has to end at once; call what it returns when that is not needed any more. */
  onForcedExit(cleanUp: () => void): () => void;
  /** Leaves signals to Node again. */
  stop(): void;
};

const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
type HandledSignal = keyof typeof SIGNALS;

/** Work that is under way gets this long to end its children, in milliseconds. */
const GRACE = 3000;

/**
 * Turns Ctrl-C and friends into an `AbortSignal`, so that work can end its children and remove what is half
 * written. A second signal, or work that does not end, ends the program at once.
 */
export function watchSignals(host: Host): Interruption {
  const controller = new AbortController();
  // Each git listens, and so does for good each that could not be started: Node would warn of more than ten.
  setMaxListeners(0, controller.signal);
  const cleanUps = new Set<() => void>();
  let exitCode: number | null = null;

  const exitNow = (): never => {
    for (const cleanUp of cleanUps) cleanUp();
    return host.exit(exitCode ?? 2);
  };
  const listener = (name: NodeJS.Signals): void => {
    if (exitCode !== null) exitNow();
    exitCode = 128 + SIGNALS[name as HandledSignal];
    controller.abort();
    setTimeout(exitNow, GRACE).unref();
  };
  const names = Object.keys(SIGNALS) as HandledSignal[];
  for (const name of names) host.on(name, listener);
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    onForcedExit: (cleanUp) => {
      cleanUps.add(cleanUp);
      return () => cleanUps.delete(cleanUp);
    },
    stop: () => {
      for (const name of names) host.off(name, listener);
    },
  };
}
