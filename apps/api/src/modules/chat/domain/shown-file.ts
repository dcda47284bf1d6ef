import { bytesAtMost, type GivenFile, isLying, sniff } from '#modules/attachments';

/** How many files one chat may hold. */
export const filesInChatAtMost = 20;

/** What people show us: pictures, papers, texts, sound and film. A program, a page and what nobody can look into are refused. */
const welcome = new Set(['image', 'document', 'text', 'media']);

/** Why a visitor's file is not taken; `null` when it is. Its name and what the browser says of it count for nothing. */
export function fileTrouble({ name, saidType, data }: GivenFile): 'EMPTY' | 'TOO_LARGE' | 'NOT_TAKEN' | null {
  if (data.byteLength === 0) return 'EMPTY';
  if (data.byteLength > bytesAtMost) return 'TOO_LARGE';
  const seen = sniff(data);
  return welcome.has(seen.kind) && !isLying(name ?? '', saidType, seen) ? null : 'NOT_TAKEN';
}
