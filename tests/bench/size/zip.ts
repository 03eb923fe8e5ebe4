import { crc32, deflateRawSync } from 'node:zlib';

export type ZipMember = {
  readonly name: string;
  readonly content: Buffer;
  /** The unpacked size that the archive tells; default: that of the content. */
  readonly toldSize?: number;
};

const DEFLATED = 8;

/**
 * Makes a zip archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3) with what no other tool puts
 * into one.
 * @param times how often the list of members names each; all of them overlap (https://www.bamsoftware.com/hacks/zipbomb/).
 */
export function makeZip(members: readonly ZipMember[], times = 1): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const known = new Map<Buffer, Buffer>();
  for (const { name, content, toldSize = content.length } of members) {
    const packed = known.get(content) ?? deflateRawSync(content, { level: 9 });
    known.set(content, packed);
    const fields = commonFields(name, content, packed.length, toldSize);
    const local = Buffer.concat([uint32(0x04034b50), fields, Buffer.from(name), packed]);
    for (let time = 0; time < times; time += 1) directory.push(directoryEntry(fields, name, offset));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...parts, entries, directoryEnd(directory.length, entries.length, offset)]);
}

/** From the version that it takes to unpack to the length of what is behind the name. */
function commonFields(name: string, content: Buffer, packedSize: number, toldSize: number): Buffer {
  const sizes = [uint32(crc32(content)), uint32(packedSize), uint32(toldSize)];
  return Buffer.concat([
    uint16(20),
    uint16(0),
    uint16(DEFLATED),
    uint32(0),
    ...sizes,
    uint16(name.length),
    uint16(0),
  ]);
}

function directoryEntry(fields: Buffer, name: string, offset: number): Buffer {
  const nothing = Buffer.alloc(10);
  return Buffer.concat([uint32(0x02014b50), uint16(20), fields, nothing, uint32(offset), Buffer.from(name)]);
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  // The count has 16 bits: what is lacking, readers see from the size.
  const counted = uint16(Math.min(count, 0xffff));
  return Buffer.concat([
    uint32(0x06054b50),
    uint32(0),
    counted,
    counted,
    uint32(size),
    uint32(offset),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
