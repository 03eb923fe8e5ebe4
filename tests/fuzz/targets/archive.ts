/** Archives: never an error, and never more than may be unpacked. */
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { unpack } from '../../../src/decode/archive.ts';
import { demand, type FuzzTarget } from '../target.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MEMBERS = 10_000;

export const { fuzz, seeds }: FuzzTarget = {
  fuzz(data) {
    const { members } = unpack(data);
    const bytes = members.reduce((sum, member) => sum + member.bytes.length, 0);
    demand(bytes <= MOST_BYTES, `${bytes} bytes are unpacked`);
    demand(members.length <= MOST_MEMBERS, `${members.length} members are unpacked`);
  },
  seeds() {
    const text = Buffer.from('AZURE_OPENAI_KEY=none\n'.repeat(20));
    const zip = Buffer.from(zipSync({ 'a.txt': text, 'b/c.txt': [text, { level: 0 }] }));
    const tar = Buffer.from(createTar([{ name: 'a.txt', data: text }, { name: 'b/' }]));
    const nested = Buffer.from(zipSync({ 'inner.zip': zip, 'inner.tar': tar }));
    return [zip, tar, gzipSync(text), gzipSync(tar), nested, gzipSync(Buffer.alloc(1_000_000))];
  },
};
