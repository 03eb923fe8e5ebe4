import { latin1 } from '../text-window.ts';

/** How many bytes there may be around a value that is all of its file: quotes, line ends, a byte order mark. */
const MOST_AROUND = 16;
/** Endings that say nothing of what is in a file. */
const ENDING = /\.(?:txt|text|key|secret|dat|data|out|log|tmp|bak|old|md|conf|cfg)$/i;

/** Names that say what is in a file, and not of which service: its folder does. */
const COMMON_NAME = /^(?:api[-_]?)?(?:key|token|secret|password|credential)s?\d?$/i;

/** Whether a value is all that a content holds. */
export function isWholeContent(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes.length - (end - start) > MOST_AROUND) return false;
  const around = latin1(bytes, 0, start) + latin1(bytes, end, bytes.length);
  return /^[\s"'\xef\xbb\xbf]*$/.test(around);
}

/** `run/secrets/AZURE_OPENAI_KEY`: the file's name, when the value is all that it holds; else empty. */
export function fileName(path: string, bytes: Uint8Array, start: number, end: number): string {
  if (path === '' || !isWholeContent(bytes, start, end)) return '';
  const [base = '', folder = ''] = path.split(/[/!]/).reverse();
  const name = base.replace(ENDING, '');
  return folder !== '' && COMMON_NAME.test(name) ? `${folder}/${name}` : name;
}
