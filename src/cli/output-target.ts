import { extname } from 'node:path';
import { UserError } from '../errors.ts';
import { REPORT_FORMAT_NAMES, type ReportFormat } from '../report/index.ts';
import { listOf, suggestionFor } from '../suggest.ts';

/** A report that goes to a file. */
export type OutputTarget = { readonly format: ReportFormat; readonly path: string };

/** Reads `FORMAT=FILE`. */
export function readOutputTarget(value: string, name: string): OutputTarget {
  const [, format = '', path = ''] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  if (format === '' && path === '')
    throw new UserError(`${name} needs FORMAT=FILE, for example ${example(value, name)}`);
  const known = REPORT_FORMAT_NAMES.find((each) => each === format);
  if (known === undefined) {
    const suggestion = suggestionFor(format, REPORT_FORMAT_NAMES);
    throw new UserError(
      `${name}: the format "${format}" is not one of ${listOf(REPORT_FORMAT_NAMES)}${suggestion}`,
    );
  }
  if (path === '') throw new UserError(`${name} needs the name of a file behind "${format}="`);
  if (path === '-')
    throw new UserError(`${name} writes to a file; for standard output use --format ${format}`);
  return { format: known, path };
}

/** Endings of files, where they are not called like the format. */
const EXTENSIONS: Readonly<Partial<Record<string, string>>> = {
  text: 'txt',
  markdown: 'md',
  junit: 'xml',
  github: 'txt',
  gitlab: 'json',
};

/** With the file that was meant, and the format that its name tells. */
function example(value: string, name: string): string {
  if (value === '' || value.startsWith('-')) return `${name} json=report.json`;
  const named = REPORT_FORMAT_NAMES.find((each) => each === value);
  if (named !== undefined) return `${name} ${named}=report.${EXTENSIONS[named] ?? named}`;
  const format = REPORT_FORMAT_NAMES.find((each) => `.${each}` === extname(value)) ?? 'json';
  return `${name} ${format}=${value}`;
}
