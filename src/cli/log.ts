import type { Writable } from 'node:stream';
import { escapeText } from '../report/escape.ts';
import type { Log } from '../scan-options.ts';
import type { LogLevel } from './option-tables.ts';

/**
 * The log on standard error. Warnings are lines for a person; `info` and `debug` are for finding out what
 * goes on, and come as JSON lines with times from pino, which is loaded only then.
 * @param beforeLine called before each line, for example to take the progress line away.
 */
export async function createLog(level: LogLevel, stderr: Writable, beforeLine: () => void): Promise<Log> {
  const write = (line: string): void => {
    beforeLine();
    stderr.write(line);
  };
  if (level === 'info' || level === 'debug') return createStructuredLog(level, write);
  return {
    debug: () => {},
    info: () => {},
    warn: (message) => {
      if (level === 'warn') write(`keypetrel: warning: ${escapeText(message)}\n`);
    },
  };
}

async function createStructuredLog(level: 'info' | 'debug', write: (line: string) => void): Promise<Log> {
  const { pino } = await import('pino');
  const logger = pino(
    {
      level,
      base: { tool: 'keypetrel' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return {
    debug: (message) => logger.debug(escapeText(message)),
    info: (message) => logger.info(escapeText(message)),
    warn: (message) => logger.warn(escapeText(message)),
  };
}
