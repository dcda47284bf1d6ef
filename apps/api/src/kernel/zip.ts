import { crc32, deflateRawSync } from 'node:zlib';

/** A file that goes into a ZIP. */
export interface ZipEntry {
  name: string;
  data: Buffer;
  at: Date;
}

const storedBytesAtMost = 1_024;

/** Date and time as MS-DOS wrote them, which ZIP still does: two numbers of 16 bits, in steps of two seconds, from 1980. */
const dosTime = (at: Date): [time: number, day: number] => [
  (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
];

/**
 * Writes a ZIP (APPNOTE 6.3, without ZIP64: below 4 GB and 65,535 files) piece by piece, so that no more than one file is in memory.
 * Names are UTF-8; what does not become smaller is stored as it is.
 */
export async function* zip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Buffer, void, void> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, data, at } of entries) {
    const label = Buffer.from(name, 'utf8');
    const packed = data.length > storedBytesAtMost ? deflateRawSync(data) : data;
    const isPacked = packed.length < data.length;
    const body = isPacked ? packed : data;
    const [time, day] = dosTime(at);
    // What both headers say alike: version 2.0, UTF-8 names, how it is packed, when, checksum, sizes, length of the name.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(isPacked ? 8 : 0, 4);
    shared.writeUInt16LE(time, 6);
    shared.writeUInt16LE(day, 8);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, label]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, where, label]));
    offset += local.length + body.length;
    yield local;
    yield body;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  yield index;
  yield end;
}
