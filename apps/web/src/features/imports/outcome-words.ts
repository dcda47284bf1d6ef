import type { MessageId } from '#lib/intl/words.ts';
import type { ImportStatus } from './types.ts';

/** What a row does, as a message and a colour that only repeats it. */
export const outcomeWords: Record<string, { word: MessageId; tone: 'plain' | 'good' | 'warn' | 'bad' }> = {
  created: { word: 'imports.rowCreated', tone: 'good' },
  updated: { word: 'imports.rowUpdated', tone: 'plain' },
  linked: { word: 'imports.rowLinked', tone: 'plain' },
  unsure: { word: 'imports.rowUnsure', tone: 'warn' },
  unchanged: { word: 'imports.rowUnchanged', tone: 'plain' },
  skipped: { word: 'imports.rowSkipped', tone: 'plain' },
  rejected: { word: 'imports.rowRejected', tone: 'bad' },
};

/** Where an import stands, as a message and a colour that only repeats it. */
export const statusWords: Record<ImportStatus, { word: MessageId; tone: 'plain' | 'good' | 'warn' | 'bad' }> =
  {
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
