import { parentPort } from 'node:worker_threads';
import type { Vocabulary } from '#modules/house';
import { movedOf, SetPacker } from './domain/packed-set.ts';
import { type FromReader, type ReadingOrder, setsAhead, type ToReader } from './domain/reading-order.ts';
import { beginRows, FileTrouble, openImportFile } from './read-file.ts';

/** Makes this thread one that reads files of imports, one at a time, in the words of these subjects. */
export function answerReadings(vocabularies: readonly Vocabulary[]): void {
  const formats = new Map(
    vocabularies.flatMap(({ formats = [] }) => formats.map((format) => [format.name, format] as const)),
  );
  const bodies = new Map(vocabularies.flatMap(({ bodies }) => Object.entries(bodies)));
  let mayRead = 0;
  let wake: () => void = () => undefined;
  const tell = (told: FromReader, moved: ArrayBuffer[] = []) => parentPort?.postMessage(told, moved);

  async function read({ file, format: name, source, kinds, from, size }: ReadingOrder): Promise<void> {
    const format = formats.get(name);
    if (!format) throw new Error(`The thread that reads does not know the format ${name}.`);
    const readers = new Map(
      kinds.map(([kind, concernsPerson]) => {
        const schema = bodies.get(kind);
        if (!schema) throw new Error(`The thread that reads does not know signals of the kind ${kind}.`);
        return [kind, { schema, concernsPerson }];
      }),
    );
    mayRead = setsAhead;
    const opened = await openImportFile(file);
    const packer = new SetPacker(opened.again);
    const handOver = async () => {
      const set = packer.take();
      tell({ set }, movedOf(set));
      mayRead -= 1;
      while (mayRead <= 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    };
    for await (const piece of beginRows(opened, file, format, source, readers, from))
      for (const { row, raw } of piece) {
        packer.add(row, raw);
        if (packer.rows === size) await handOver();
      }
    if (packer.rows > 0) await handOver();
  }

  parentPort?.on('message', (asked: ToReader) => {
    if (asked === 'more') {
      mayRead += 1;
      wake();
      return;
    }
    read(asked.read).then(
      () => tell('end'),
      (error: Error) => tell({ trouble: error.message, isOfFile: error instanceof FileTrouble }),
    );
  });
}
