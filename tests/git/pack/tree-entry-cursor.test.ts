import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TreeEntryCursor } from '../../../src/git/pack/tree-entry-cursor.ts';
import { treeEntries } from '../../../src/git/tree-entries.ts';

const hashLength = fc.constantFrom(20, 32);
const tree = hashLength.chain((length) =>
  fc.record({
    length: fc.constant(length),
    entries: fc.array(
      fc.record({
        mode: fc.constantFrom('40000', '100644', '100755', '120000', '160000', '100664'),
        // Any bytes but NUL, a space among them.
        name: fc
          .uint8Array({ minLength: 1, maxLength: 30 })
          .map((bytes) => bytes.map((byte) => byte || 0x20)),
        id: fc.uint8Array({ minLength: length, maxLength: length }),
      }),
      { maxLength: 12 },
    ),
  }),
);

type Entries = (typeof tree extends fc.Arbitrary<infer Value> ? Value : never)['entries'];

function bytesOf(entries: Entries): Buffer {
  return Buffer.concat(
    entries.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} `), name, Buffer.from([0]), id]),
  );
}

/** The entries that a cursor comes by. */
function read(content: Buffer, length: number, cursor = new TreeEntryCursor(length)) {
  const found: { readonly name: string; readonly oid: string; readonly type: string }[] = [];
  cursor.start(content);
  let end = 0;
  while (cursor.next()) {
    expect(cursor.entryStart).toBe(end);
    end = cursor.entryEnd;
    found.push({
      name: content.toString('latin1', cursor.nameStart, cursor.nameEnd),
      oid: content.toString('hex', cursor.idStart, cursor.entryEnd),
      type: cursor.isTree ? 'tree' : cursor.isSubmodule ? 'submodule' : 'blob',
    });
  }
  return { found, isBroken: cursor.isBroken };
}

/** The obvious way to read a tree. */
function reference(content: Buffer, length: number) {
  const found: { readonly name: string; readonly oid: string; readonly type: string }[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(' ', at);
    const end = content.indexOf(0, at);
    if (space === -1 || end < space || end + 1 + length > content.length) break;
    const mode = content.toString('latin1', at, space);
    const type = mode === '40000' ? 'tree' : mode === '160000' ? 'submodule' : 'blob';
    const name = content.toString('latin1', space + 1, end);
    at = end + 1 + length;
    found.push({ name, oid: content.toString('hex', end + 1, at), type });
  }
  return found;
}

/** The same by `treeEntries`, which is for where there are few. */
function listed(content: Buffer, length: number) {
  return [...treeEntries(content, length)].map(({ name, oid, type }) => ({
    name: name.toString('latin1'),
    oid,
    type,
  }));
}

describe('TreeEntryCursor', () => {
  test('comes by the entries of any tree', () => {
    fc.assert(
      fc.property(tree, ({ length, entries }) => {
        const content = bytesOf(entries);
        const { found, isBroken } = read(content, length);
        expect(found).toEqual(reference(content, length));
        expect(listed(content, length)).toEqual(found);
        expect(found).toHaveLength(entries.length);
        expect(isBroken).toBe(false);
      }),
    );
  });

  test('comes by the whole entries of one that is cut off, and says so', () => {
    fc.assert(
      fc.property(tree, fc.nat(), ({ length, entries }, cut) => {
        const whole = bytesOf(entries);
        const content = whole.subarray(0, cut % (whole.length + 1));
        const { found, isBroken } = read(content, length);
        expect(found).toEqual(reference(content, length));
        expect(listed(content, length)).toEqual(found);
        const ends = entries.map((_, index) => bytesOf(entries.slice(0, index + 1)).length);
        expect(isBroken).toBe(![0, ...ends].includes(content.length));
      }),
    );
  });

  test('ends on any bytes, and is not disturbed by what it read before', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), tree, (bytes, { length, entries }) => {
        const cursor = new TreeEntryCursor(length);
        read(Buffer.from(bytes), length, cursor);
        const content = bytesOf(entries);
        expect(read(content, length, cursor)).toEqual({ found: reference(content, length), isBroken: false });
      }),
    );
  });
});
