import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a process and its children took, as Linux's `/proc` tells it; all null where there is none. */
export type Usage = {
  /** The largest sum, over all of them, of the most memory that each had resident, in bytes. */
  readonly peak: number | null;
  /** The most that the process had resident itself, in bytes. */
  readonly ownPeak: number | null;
  /** The largest sum of what they had resident at once that is no file's: no page that they share with the disk. */
  readonly anonymousPeak: number | null;
  /** Processor time of all of them, in seconds: on a machine with others it tells more than the clock does. */
  readonly cpuSeconds: number | null;
};

const NOTHING: Usage = { peak: null, ownPeak: null, anonymousPeak: null, cpuSeconds: null };

/**
 * Looks again and again at what a process and its children take.
 * @param milliseconds between two looks.
 * @returns what ends the watch and tells what was seen.
 */
export function watchUsage({ pid }: ChildProcess, milliseconds: number): () => Usage {
  let seen = NOTHING;
  const timer = setInterval(() => {
    const own = pid === undefined ? null : readStatus(pid);
    if (pid === undefined || own === null) return;
    const all = treeOf(pid).map(readStatus);
    const sum = (field: keyof Status) => all.reduce((total, status) => total + (status?.[field] ?? 0), 0);
    seen = {
      peak: Math.max(seen.peak ?? 0, sum('peak')),
      ownPeak: own.peak,
      anonymousPeak: Math.max(seen.anonymousPeak ?? 0, sum('anonymous')),
      cpuSeconds: Math.max(seen.cpuSeconds ?? 0, sum('cpuSeconds')),
    };
  }, milliseconds);
  return () => {
    clearInterval(timer);
    return seen;
  };
}

type Status = { readonly peak: number; readonly anonymous: number; readonly cpuSeconds: number };

/** Null when the process has ended. */
function readStatus(pid: number): Status | null {
  const status = readProc(`${pid}/status`);
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN) * 1024;
  const peak = bytes('VmHWM');
  return Number.isNaN(peak) ? null : { peak, anonymous: bytes('RssAnon'), cpuSeconds: cpuSecondsOf(pid) };
}

/** `sysconf(_SC_CLK_TCK)`, which is this on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Of the process, and of its children that have ended. */
function cpuSecondsOf(pid: number): number {
  const stat = readProc(`${pid}/stat`);
  // Behind the name, which may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return ticks / TICKS_PER_SECOND;
}

/** A process and its living descendants. */
function treeOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
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
