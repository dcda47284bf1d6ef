import type { FileKind } from './sniff.ts';

/** The largest file that is taken, and how many go with one message. */
export const bytesAtMost = 10 * 1024 * 1024;
export const filesAtMost = 20;

/** A file that came with a message or goes with one. */
export interface Attachment {
  id: string;
  /** Which bytes: two attachments with the same content share them. */
  sha256: string;
  name: string;
  /** What its sender said it is; never believed. */
  saidType: string | null;
  /** What it is by its bytes: what it is sent as. */
  mediaType: string;
  kind: FileKind;
  /** Whether name or said type claim something harmless that the bytes are not. */
  isLying: boolean;
  bytes: number;
  width: number | null;
  height: number | null;
  addedAt: Date;
  addedBy: string | null;
  /** The message it hangs on, as its source names it; nothing while somebody writes. */
  sourceId: string | null;
  messageKey: string | null;
  /** Its place among those of the message. */
  place: number;
  sourceRecordId: string | null;
  customerId: string | null;
}

/** The name of a file without folders, control characters and what turns text around; short enough to show, its ending kept. */
export function safeName(given: string | null | undefined): string {
  const clean = (given ?? '')
    .normalize('NFC')
    .split(/[/\\]/)
    .pop()!
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  if (clean.length <= 120) return clean || 'file';
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, 119 - ending.length)}…${ending}`;
}

/** Whether a browser may show it in place: a real picture, of a size that no browser chokes on. */
export const isShown = ({
  kind,
  bytes,
  width,
  height,
}: Pick<Attachment, 'kind' | 'bytes' | 'width' | 'height'>): boolean =>
  kind === 'image' && bytes <= 5 * 1024 * 1024 && (width ?? 0) * (height ?? 0) <= 40_000_000;
