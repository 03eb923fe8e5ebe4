import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Bytes; null where there is no `/proc`. */
export type PeakMemory = {
  /** The largest sum, over a process and its children, of the most memory that each had resident. */
  readonly all: number | null;
  /** The most that the process had resident itself. */
  readonly own: number | null;
};

/**
 * Looks again and again at how much memory a process and its children take.
 * @param milliseconds between two looks.
 * @returns what ends the watch and tells what was seen.
 */
export function watchPeakMemory({ pid }: ChildProcess, milliseconds: number): () => PeakMemory {
  let peak: PeakMemory = { all: null, own: null };
  const timer = setInterval(() => {
    const own = pid === undefined ? null : peakResidentBytes(pid);
    if (pid === undefined || own === null) return;
    peak = { all: Math.max(peak.all ?? 0, treePeakResidentBytes(pid) ?? 0), own };
  }, milliseconds);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/**
 * The sum, over a process and its living descendants, of the most memory that each has had resident
 * (`VmHWM`), in bytes; null when the process has ended or the system has no Linux `/proc`.
 */
function treePeakResidentBytes(pid: number): number | null {
  const own = peakResidentBytes(pid);
  if (own === null) return null;
  return childrenOf(pid).reduce((sum, child) => sum + (treePeakResidentBytes(child) ?? 0), own);
}

function peakResidentBytes(pid: number): number | null {
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(readProc(`${pid}/status`))?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

function childrenOf(pid: number): number[] {
  try {
    // A child belongs to the thread that started it, so every thread is asked.
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((thread) => readProc(`${pid}/task/${thread}/children`).split(' '))
      .filter((child) => child !== '')
      .map(Number);
  } catch {
    return [];
  }
}

/** A file below `/proc`; empty when the process has just ended. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}
