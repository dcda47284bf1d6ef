import type { MessageId } from '#lib/intl/words.ts';
import type { ImportStatus, RowOutcome } from './types.ts';

type Tone = 'plain' | 'good' | 'warn' | 'bad';

/** What a row does, as a message; what several do; and a colour that only repeats it. */
export const outcomeWords: Record<RowOutcome, { word: MessageId; several: MessageId; tone: Tone }> = {
  CREATED: { word: 'imports.rowCreated', several: 'imports.created', tone: 'good' },
  UPDATED: { word: 'imports.rowUpdated', several: 'imports.updated', tone: 'plain' },
  LINKED: { word: 'imports.rowLinked', several: 'imports.linked', tone: 'plain' },
  UNSURE: { word: 'imports.rowUnsure', several: 'imports.unsure', tone: 'warn' },
  UNCHANGED: { word: 'imports.rowUnchanged', several: 'imports.unchanged', tone: 'plain' },
  SKIPPED: { word: 'imports.rowSkipped', several: 'imports.skipped', tone: 'plain' },
  REJECTED: { word: 'imports.rowRejected', several: 'imports.rejected', tone: 'bad' },
};

/** Where an import stands, as a message and a colour that only repeats it. */
export const statusWords: Record<ImportStatus, { word: MessageId; tone: Tone }> = {
  UPLOADING: { word: 'imports.isUploading', tone: 'plain' },
  READY: { word: 'imports.isReady', tone: 'plain' },
  CHECKING: { word: 'imports.isChecking', tone: 'plain' },
  CHECKED: { word: 'imports.isChecked', tone: 'plain' },
  RUNNING: { word: 'imports.isRunning', tone: 'plain' },
  DONE: { word: 'imports.isDone', tone: 'good' },
  FAILED: { word: 'imports.isFailed', tone: 'bad' },
  CANCELLED: { word: 'imports.isCancelled', tone: 'warn' },
  UNDONE: { word: 'imports.isUndone', tone: 'plain' },
};
