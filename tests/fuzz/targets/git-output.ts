/** The parsers of git's output: the same however it is cut, and no error but that it is no output of git. */
import { BatchParser } from '../../../src/git/batch-parser.ts';
import { parseIndexEntry } from '../../../src/git/index-entries.ts';
import { decodePath } from '../../../src/git/path-name.ts';
import { parsePushUpdates } from '../../../src/git/push-updates.ts';
import { RawLogParser } from '../../../src/git/raw-log.ts';
import { NUL, Splitter } from '../../../src/git/split-stream.ts';
import { parseTag } from '../../../src/git/taggers.ts';
import { treeEntries } from '../../../src/git/tree-entries.ts';
import { WalkedLines } from '../../../src/git/walked-lines.ts';
import { demand, demandSame, type FuzzTarget } from '../target.ts';

type Push = (chunk: Buffer) => void;

/** Each makes a parser that tells what it sees as lines of text. */
const PARSERS: readonly ((tell: (line: string) => void) => Push)[] = [
  batchParser,
  (tell) => pushOf(new Splitter(NUL, (part) => tell(JSON.stringify(parseIndexEntry(part))))),
  logParser,
  (tell) =>
    pushOf(
      new WalkedLines(20, {
        object: (id, line, start, end) =>
          tell(`${Buffer.from(id).toString('hex')} ${line.toString('latin1', start, end)}`),
        missing: (hex) => tell(`missing ${hex}`),
      }),
    ),
];

export const { fuzz, seeds }: FuzzTarget = {
  fuzz(data) {
    const [choice = 0, cut = 0] = data;
    const bytes = data.subarray(2);
    parseWhole(bytes);
    const parser = PARSERS[choice % PARSERS.length];
    if (parser === undefined) return;
    const whole = told(parser, [bytes]);
    const place = bytes.length === 0 ? 0 : cut % bytes.length;
    demandSame(told(parser, [bytes.subarray(0, place), bytes.subarray(place)]), whole, 'cut in two');
    const single = [...bytes.keys()].map((at) => bytes.subarray(at, at + 1));
    if (bytes.length < 500) demandSame(told(parser, single), whole, 'byte by byte');
  },
  seeds() {
    const oid = '0123456789abcdef0123456789abcdef01234567';
    const log = `\x01${oid}\0${oid} ${oid}\0Ada\0a@b\x002024-01-01T00:00:00Z\x001700000000\0`;
    return [
      Buffer.from(`\0\x05${oid} blob 3\nabc\n${oid} missing\n${oid} tree 0\n\n`),
      Buffer.from(`\x01\x05100644 ${oid} 0\tsrc/a\x00120000 ${oid} 2\tb\n\0`),
      Buffer.from(
        `\x02\x05${log}\0:100644 100644 ${oid} ${oid} M\0src/a\0::1 1 1 ${oid} ${oid} ${oid} MM\0b\0`,
      ),
      Buffer.from(`\x03\x05${oid} src/a\n${oid}\n?${oid}\n`),
      Buffer.from(`\0\0object ${oid}\ntype commit\ntag v1\ntagger Ada <a@b> 1700000000 +0100\n\nmessage\n`),
      Buffer.from(`\0\x01100644 name\x00${'x'.repeat(20)}40000 dir\x00${'y'.repeat(20)}`),
      Buffer.from(`\0\x01refs/heads/main ${oid} refs/heads/main ${'0'.repeat(40)}\n`),
    ];
  },
};

function told(make: (tell: (line: string) => void) => Push, chunks: readonly Buffer[]): string[] {
  const lines: string[] = [];
  const push = make((line) => lines.push(line));
  try {
    for (const chunk of chunks) push(Buffer.from(chunk));
  } catch (error) {
    demand(/^unexpected (?:answer|output) of git/.test((error as Error).message), String(error));
    lines.push('refused');
  }
  return lines;
}

function batchParser(tell: (line: string) => void): Push {
  let content = '';
  return pushOf(
    new BatchParser({
      begin: ({ oid, type, size }) => {
        content = '';
        tell(`${oid} ${type} ${size}`);
      },
      part: (bytes) => {
        content += bytes.toString('latin1');
      },
      end: () => tell(content),
      missing: () => tell('missing'),
    }),
  );
}

function logParser(tell: (line: string) => void): Push {
  const parser = new RawLogParser({
    commit: (commit) => tell(JSON.stringify(commit)),
    change: (oid, path, before) => tell(JSON.stringify([oid, path.toString('latin1'), before])),
  });
  return pushOf(new Splitter(NUL, (part) => parser.push(part)));
}

function pushOf(parser: { push(chunk: Buffer): void }): Push {
  return (chunk) => parser.push(chunk);
}

function parseWhole(bytes: Buffer): void {
  const text = bytes.toString('utf8');
  parseTag(text);
  parsePushUpdates(text);
  decodePath(bytes);
  for (const length of [20, 32]) {
    for (const { oid } of treeEntries(bytes, length))
      demand(oid.length === 2 * length, 'an id has its length');
  }
}
