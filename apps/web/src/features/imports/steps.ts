import type { ImportStatus } from './types.ts';

/** The four steps of the wizard. */
export type Step = 'file' | 'columns' | 'check' | 'run';

/** The steps in their order. */
export const steps: readonly Step[] = ['file', 'columns', 'check', 'run'];

/** At which step an import stands. */
export function stepOf(status: ImportStatus): Step {
  if (status === 'UPLOADING') return 'file';
  if (status === 'READY') return 'columns';
  if (status === 'CHECKING' || status === 'CHECKED') return 'check';
  return 'run';
}

/** Whether an import has come to an end, whichever. */
export const isOver = (status: ImportStatus): boolean =>
  status === 'DONE' || status === 'FAILED' || status === 'CANCELLED' || status === 'UNDONE';
