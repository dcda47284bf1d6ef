import { createStore } from '#lib/store/store.ts';
import { draftKey, type Mode } from './drafts.ts';

/** The largest file, and how many go with one message; the same as the server's. */
export const bytesAtMost = 10 * 1024 * 1024;
export const filesAtMost = 20;

/** A file in a composer: on its way up, there, or refused. */
export interface PendingFile {
  key: string;
  name: string;
  bytes: number;
  /** How much of it has left, 0 to 1. */
  part: number;
  /** Its name for the server, once it is there. */
  id: string | null;
  isLying: boolean;
  wrong: 'too-large' | 'failed' | null;
}

type Pending = Readonly<Record<string, readonly PendingFile[]>>;

/** Files of composers that were not sent yet: one list for each draft. They live as long as the page; words live longer. */
export const pendingFiles = createStore<Pending>({});

const none: readonly PendingFile[] = [];

/** The files of one draft. */
export const filesOf = (all: Pending, ticketId: string, mode: Mode): readonly PendingFile[] =>
  all[draftKey(ticketId, mode)] ?? none;

function put(key: string, change: (files: readonly PendingFile[]) => readonly PendingFile[]): void {
  pendingFiles.set((all) => ({ ...all, [key]: change(all[key] ?? none) }));
}

let last = 0;
const running = new Map<string, XMLHttpRequest>();

/** Adds files to a draft and begins to send each. What is too large is told at once, without sending it. */
export function addFiles(ticketId: string, mode: Mode, files: Iterable<File>): void {
  const draft = draftKey(ticketId, mode);
  for (const file of files) {
    if (filesOf(pendingFiles.get(), ticketId, mode).length >= filesAtMost) return;
    last += 1;
    const key = String(last);
    const isTooLarge = file.size > bytesAtMost;
    const pending: PendingFile = {
      key,
      name: file.name,
      bytes: file.size,
      part: 0,
      id: null,
      isLying: false,
      wrong: isTooLarge ? 'too-large' : file.size === 0 ? 'failed' : null,
    };
    put(draft, (before) => [...before, pending]);
    if (!pending.wrong) send(draft, key, file);
  }
}

/** `XMLHttpRequest`, because `fetch` cannot say how far an upload is. */
function send(draft: string, key: string, file: File): void {
  const change = (part: Partial<PendingFile>) =>
    put(draft, (files) => files.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const request = new XMLHttpRequest();
  running.set(key, request);
  request.open('POST', `/attachments?name=${encodeURIComponent(file.name)}`);
  request.responseType = 'json';
  request.setRequestHeader('content-type', 'application/octet-stream');
  if (file.type) request.setRequestHeader('x-file-type', file.type);
  request.upload.onprogress = ({ loaded, total }) => change({ part: total === 0 ? 1 : loaded / total });
  request.onload = () => {
    const answer = request.response as { id?: string; isLying?: boolean } | null;
    if (request.status === 201 && answer?.id)
      change({ id: answer.id, part: 1, isLying: answer.isLying ?? false });
    else change({ wrong: request.status === 413 ? 'too-large' : 'failed' });
  };
  request.onerror = () => change({ wrong: 'failed' });
  request.onloadend = () => running.delete(key);
  request.send(file);
}

/** Takes a file out of a draft, and away from the server when it is there. */
export function removeFile(ticketId: string, mode: Mode, file: PendingFile): void {
  running.get(file.key)?.abort();
  put(draftKey(ticketId, mode), (files) => files.filter(({ key }) => key !== file.key));
  if (file.id) void fetch(`/attachments/${file.id}`, { method: 'DELETE' }).catch(() => undefined);
}

/** Forgets the files of a draft that was sent; answers with them, to be put back when it is taken back. */
export function takeFiles(ticketId: string, mode: Mode): readonly PendingFile[] {
  const files = filesOf(pendingFiles.get(), ticketId, mode);
  put(draftKey(ticketId, mode), () => none);
  return files;
}

/** Puts files back into a draft. */
export const putFilesBack = (ticketId: string, mode: Mode, files: readonly PendingFile[]): void =>
  put(draftKey(ticketId, mode), (now) => [...files, ...now]);
