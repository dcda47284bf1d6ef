import type { Db } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { appendAuditOf } from './data/audit.ts';
import type { AuditedAct } from './domain/audited-act.ts';

/** Writes reads in bulk into the trail, beside the requests instead of in their way. */
export interface BulkReadJournal {
  note(viewer: Viewer, acts: readonly AuditedAct[]): void;
  /** Writes what is still waiting. */
  flush(): Promise<void>;
}

const pauseMs = 250;

/** Gathers for a quarter of a second and writes with one statement. What could not be written is tried again with the next. */
export function openBulkReadJournal(db: Db, onTrouble: (error: unknown) => void): BulkReadJournal {
  let waiting: { actor: Viewer; act: AuditedAct }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const rows = waiting;
    waiting = [];
    if (rows.length > 0)
      writing = writing
        .then(() => appendAuditOf(db, rows))
        .catch((error) => {
          waiting = [...rows, ...waiting];
          onTrouble(error);
        });
    return writing;
  };
  return {
    note(viewer, acts) {
      for (const act of acts) waiting.push({ actor: { ...viewer }, act });
      if (waiting.length > 0 && !timer) timer = setTimeout(() => void write(), pauseMs);
    },
    flush: write,
  };
}
