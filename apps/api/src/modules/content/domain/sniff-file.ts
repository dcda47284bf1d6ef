/** The largest file that the library takes, in bytes. */
export const fileBytesAtMost = 10 * 1024 * 1024;

const starts = (bytes: Uint8Array, ...expected: number[]): boolean =>
  expected.every((byte, place) => bytes[place] === byte);

const holds = (bytes: Uint8Array, text: string): boolean => {
  const sought = Buffer.from(text, 'latin1');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(sought);
};

const office: readonly [part: string, type: string][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

/**
 * What a file is by its own bytes; its name and what a browser says of it are not believed. `null` for everything that is not a document
 * or a picture: a page, a program, an archive, an SVG (which is a program in a picture's clothes).
 */
export function sniffFile(bytes: Uint8Array): string | null {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    if (!holds(bytes, '[Content_Types].xml') || holds(bytes, 'vbaProject.bin')) return null;
    return office.find(([part]) => holds(bytes, part))?.[1] ?? null;
  }
  return null;
}

/** The name of a file without folders, control characters and what turns text around; short enough to show. */
export const fileName = (given: string | null): string =>
  (given ?? '')
    .split(/[/\\]/)
    .pop()!
    .replace(/[\p{Cc}\p{Cf}"]/gu, '')
    .trim()
    .slice(0, 150) || 'file';
