/**
 * What a file is for people: an `image` that a browser shows without running anything, a `document`, an `archive`, plain `text`, sound
 * or film (`media`); `active` is a page or a picture with a program in it (HTML, SVG), `program` something that a machine runs.
 */
export const fileKinds = [
  'image',
  'document',
  'archive',
  'text',
  'media',
  'active',
  'program',
  'unknown',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** What the bytes of a file say. */
export interface Sniffed {
  mediaType: string;
  kind: FileKind;
  /** Of a picture, where its head says so. */
  width: number | null;
  height: number | null;
}

const office: readonly [part: string, type: string][] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

const plain = { width: null, height: null };
const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

/** Width and height of a JPEG: in the first frame after its other segments. */
function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function webpSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 30) return null;
  const form = ascii(bytes, 12, 16);
  if (form === 'VP8X') return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  if (form === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (form !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
}

function imageOf(bytes: Buffer): Sniffed | null {
  const image = (mediaType: string, size: { width: number; height: number } | null): Sniffed =>
    // A picture without a size is none that can be shown.
    size && size.width > 0 && size.height > 0
      ? { mediaType, kind: 'image', ...size }
      : { mediaType: 'application/octet-stream', kind: 'unknown', ...plain };
  if (bytes.length >= 24 && ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n')
    return image('image/png', { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)
    return image('image/jpeg', jpegSize(bytes));
  if (bytes.length >= 10 && /^GIF8[79]a/.test(ascii(bytes, 0, 6)))
    return image('image/gif', { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) });
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP')
    return image('image/webp', webpSize(bytes));
  return null;
}

function mediaOf(bytes: Buffer): string | null {
  const head = ascii(bytes, 0, 12);
  if (head.startsWith('OggS')) return 'audio/ogg';
  if (head.startsWith('ID3') || (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2)) return 'audio/mpeg';
  if (head.startsWith('RIFF') && head.endsWith('WAVE')) return 'audio/wav';
  if (head.slice(4, 8) === 'ftyp') return /^(M4A|M4B)/.test(head.slice(8)) ? 'audio/mp4' : 'video/mp4';
  return null;
}

/** Whether text would be run by a browser that believes it to be a page: markup near its beginning. */
const isMarkup = (text: string): boolean =>
  /^\s*(<\?xml|<!doctype|<!--)|<(html|head|body|script|svg|iframe|object|embed|link|meta|img|style|form|a|b|p|div|table|x:|xsl:)[\s/>]/i.test(
    text,
  );

/** What a file is by its own bytes; its name and what its sender says of it are not believed. */
export function sniff(data: Uint8Array): Sniffed {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const image = imageOf(bytes);
  if (image) return image;
  const head = ascii(bytes, 0, 8);
  if (head.startsWith('%PDF-')) return { mediaType: 'application/pdf', kind: 'document', ...plain };
  if (['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe'].some((start) => head.startsWith(start)))
    return { mediaType: 'application/octet-stream', kind: 'program', ...plain };
  if (head.startsWith('PK\x03\x04')) {
    if (bytes.includes('[Content_Types].xml')) {
      if (bytes.includes('vbaProject.bin'))
        return { mediaType: 'application/octet-stream', kind: 'program', ...plain };
      const type = office.find(([part]) => bytes.includes(part))?.[1];
      if (type) return { mediaType: type, kind: 'document', ...plain };
    }
    return { mediaType: 'application/zip', kind: 'archive', ...plain };
  }
  if (['\x1f\x8b', 'Rar!', '7z\xbc\xaf'].some((start) => head.startsWith(start)))
    return { mediaType: 'application/octet-stream', kind: 'archive', ...plain };
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    return { mediaType: 'application/octet-stream', kind: 'document', ...plain };
  const media = mediaOf(bytes);
  if (media) return { mediaType: media, kind: 'media', ...plain };
  try {
    const text = new TextDecoder(
      /^(\xff\xfe|\xfe\xff)/.test(head) ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8',
      { fatal: true },
    ).decode(bytes.subarray(0, 65_536 - (65_536 % 4)), { stream: true });
    if (text.includes('\0')) return { mediaType: 'application/octet-stream', kind: 'unknown', ...plain };
    // It leaves as bytes of no kind: no browser opens it as a page.
    return isMarkup(text.slice(0, 4_096))
      ? { mediaType: 'application/octet-stream', kind: 'active', ...plain }
      : { mediaType: 'text/plain; charset=utf-8', kind: 'text', ...plain };
  } catch {
    return { mediaType: 'application/octet-stream', kind: 'unknown', ...plain };
  }
}

const families: Record<string, FileKind> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  bmp: 'image',
  tiff: 'image',
  heic: 'image',
  pdf: 'document',
  doc: 'document',
  docx: 'document',
  xls: 'document',
  xlsx: 'document',
  ppt: 'document',
  pptx: 'document',
  odt: 'document',
  ods: 'document',
  txt: 'text',
  csv: 'text',
  log: 'text',
  md: 'text',
  json: 'text',
  eml: 'text',
  ics: 'text',
  vcf: 'text',
  zip: 'archive',
  gz: 'archive',
  rar: 'archive',
  '7z': 'archive',
  mp3: 'media',
  ogg: 'media',
  wav: 'media',
  mp4: 'media',
  m4a: 'media',
  mov: 'media',
  html: 'active',
  htm: 'active',
  svg: 'active',
  xml: 'active',
  xhtml: 'active',
  exe: 'program',
  dll: 'program',
  msi: 'program',
  bat: 'program',
  cmd: 'program',
  com: 'program',
  scr: 'program',
  js: 'program',
  vbs: 'program',
  sh: 'program',
  jar: 'program',
  ps1: 'program',
  lnk: 'program',
  docm: 'program',
  xlsm: 'program',
};

const saidKind = (said: string): FileKind | null => {
  const type = said.toLowerCase();
  if (type.startsWith('image/svg') || /html|xml$/.test(type))
    return /openxml/.test(type) ? 'document' : 'active';
  if (type.startsWith('image/')) return 'image';
  if (/^(audio|video)\//.test(type)) return 'media';
  if (type.startsWith('text/')) return 'text';
  if (/pdf|msword|officedocument|opendocument|ms-excel|ms-powerpoint/.test(type)) return 'document';
  return null;
};

/** Pictures we cannot look into, whose names are no lie for that. */
const unseen = new Set(['bmp', 'tiff', 'heic']);

/** What the name of a file says it is, by its last ending. */
export const kindOfName = (name: string): FileKind | null =>
  families[/\.([a-z0-9]{1,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;

/**
 * Whether a file says by its name or type that it is something harmless which its bytes are not: a program called a picture, a page
 * called a document. What calls itself by its right name is dangerous perhaps, but no liar.
 */
export function isLying(name: string, said: string | null, { kind }: Pick<Sniffed, 'kind'>): boolean {
  const claims = [kindOfName(name), said ? saidKind(said) : null].filter((one) => one !== null);
  const ending = /\.([a-z0-9]{1,5})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (unseen.has(ending) && kind === 'unknown') return false;
  const calm = new Set<FileKind>(['image', 'document', 'media', 'text', 'archive']);
  const compatible = (claim: FileKind) =>
    claim === kind ||
    // A text that looks like markup may be a CSV or a log all the same; it leaves as bytes of no kind.
    (claim === 'text' &&
      kind === 'active' &&
      kindOfName(name) === 'text' &&
      !/html|xml|svg/.test(said ?? '')) ||
    (claim === 'active' && kind === 'text') ||
    (claim === 'program' && kind !== 'image');
  return claims.some((claim) => calm.has(claim) && !compatible(claim));
}
