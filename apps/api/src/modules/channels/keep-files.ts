import { createHash } from 'node:crypto';
import { attachmentsByMessage, keepAttachments } from '#modules/attachments';
import { announce } from '#modules/changes';
import { neighbours, type PersonRef } from '#modules/house';
import { subjectsOf, takeDelivery } from '#modules/intake';
import { sourcesById } from '#modules/sources';
import type { Database, Tx } from '#platform/database';
import { defineJob, enqueue } from '#platform/jobs';
import { channelsById } from './data/channels.ts';
import { hungMessage } from './data/mails.ts';
import type { Arrival, RemoteFile } from './domain/arrival.ts';
import { NoFile, nameOfFile } from './domain/remote-file.ts';
import { noteOfLostFile } from './domain/signals-of-arrival.ts';
import { fetchFile } from './fetch-file.ts';
import { type ChannelGround, channelGround } from './secrets.ts';

/** A file of a message that came, to be fetched. */
export interface FileToKeep {
  channelId: string;
  signalId: string;
  messageKey: string;
  ticketKey: string;
  place: number;
  file: RemoteFile;
  /** Whose message it is, for the note about one that is lost. */
  person: PersonRef;
}

const triesAtMost = 8;

/** Asks that the files of a message are fetched, once it is committed: no provider waits for another one of its hosts. */
export function askForFiles(
  tx: Tx,
  { key, files }: Extract<Arrival, { type: 'words' }>,
  told: Omit<FileToKeep, 'messageKey' | 'place' | 'file'>,
): void {
  for (const [place, file] of files.entries())
    enqueue(
      tx,
      keepFilesJob,
      { ...told, messageKey: `words:${key}`, place, file },
      { key: `${told.channelId} ${key} ${place}` },
    );
}

/**
 * Fetches a file and hangs it on its message; doing it twice hangs it once. One that will never come is told in a note among colleagues,
 * with the reason; passing trouble is thrown, to be tried again.
 */
export async function keepFile(
  database: Database,
  ground: Pick<ChannelGround, 'egress' | 'vault'>,
  wanted: FileToKeep,
  isLastTry: boolean,
  now: Date,
): Promise<'kept' | 'lost'> {
  const [channel] = await channelsById(database, [wanted.channelId]);
  if (!channel) return 'lost';
  let data: Buffer;
  try {
    data = await fetchFile(ground, channel, wanted.file);
    if (data.length === 0) throw new NoFile('It is empty.');
  } catch (error) {
    if (!(error instanceof NoFile) && !isLastTry) throw error;
    await database.transaction(async (tx) => {
      const [source] = await sourcesById(tx, [channel.sourceId]);
      if (!source) return;
      const name = nameOfFile(wanted.file, wanted.place);
      const note = noteOfLostFile({ ...wanted, name, reason: (error as Error).message }, now);
      await takeDelivery(tx, subjectsOf(neighbours()), source, [{ raw: { file: name }, signals: [note] }]);
    });
    return 'lost';
  }
  await database.transaction(async (tx) => {
    const message = { sourceId: channel.sourceId, sourceKey: wanted.messageKey };
    const [there = []] = await attachmentsByMessage(tx, [message]);
    const sha256 = createHash('sha256').update(data).digest('hex');
    if (there.some((one) => one.sha256 === sha256)) return;
    const hung = await hungMessage(tx, wanted.signalId);
    const { customerId = null, recordId: sourceRecordId = null } = hung ?? {};
    await keepAttachments(
      tx,
      [{ name: nameOfFile(wanted.file, wanted.place), saidType: wanted.file.type, data }],
      {
        addedBy: null,
        sourceId: channel.sourceId,
        messageKey: wanted.messageKey,
        sourceRecordId,
        customerId,
      },
      now,
    );
    if (customerId) await announce(tx, [customerId], ['message']);
  });
  return 'kept';
}

/** Fetches what came with a message of a provider. */
export const keepFilesJob = defineJob<FileToKeep>({
  name: 'channels.keep-file',
  triesAtMost,
  async run({ database, attempt }, wanted) {
    await keepFile(database, channelGround(), wanted, attempt >= triesAtMost, new Date());
  },
});
