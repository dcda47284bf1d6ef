// Packs text files beside themselves (.br, .gz), so that no request has to.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const text = /\.(js|css|html|svg|json|webmanifest|txt)$/;

/** Packs every text file of a folder that is worth it. */
export async function compress(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => text.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const bytes = await readFile(file);
      if (bytes.length < 1024) return;
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 400_000 ? 9 : 11 } };
      await Promise.all([
        brotli(bytes, quality).then((packed) => writeFile(`${file}.br`, packed)),
        zip(bytes, { level: 9 }).then((packed) => writeFile(`${file}.gz`, packed)),
      ]);
    }),
  );
}
