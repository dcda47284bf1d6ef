import type { RemoteFile } from './arrival.ts';

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'text/plain': 'txt',
  'text/vcard': 'vcf',
};

/** What a file is called that its provider gives no name: what it is said to be, and which one of its message. */
export function nameOfFile({ name, type }: RemoteFile, place: number): string {
  if (name?.trim()) return name;
  const plain = type?.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = endings[plain];
  return `${plain.split('/')[0] || 'file'}-${place + 1}${ending ? `.${ending}` : ''}`;
}

/** A file that will never come, and why, in a sentence. */
export class NoFile extends Error {
  override name = 'NoFile';
}

/** Whether what a host answers is for good: what it refuses or does not have, it will not give a minute later either. */
export const isForGood = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;
