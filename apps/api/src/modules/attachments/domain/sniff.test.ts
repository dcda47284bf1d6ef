import { describe, expect, it } from 'vitest';
import { isShown, safeName } from './attachment.ts';
import { isLying, sniff } from './sniff.ts';

const text = (value: string) => Buffer.from(value);
const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const jpeg = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 48, 0, 64, 3, 0, 0, 0,
]);
const gif = Buffer.concat([text('GIF89a'), Buffer.from([64, 0, 48, 0])]);
const zip = (...names: string[]) =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), text(names.join(' '))]);

describe('What a file is by its bytes', () => {
  it.each([
    ['a PNG', png(640, 480), 'image', 'image/png'],
    ['a JPEG', jpeg, 'image', 'image/jpeg'],
    ['a GIF', gif, 'image', 'image/gif'],
    ['a PDF', text('%PDF-1.7\n…'), 'document', 'application/pdf'],
    [
      'a document of Word',
      zip('[Content_Types].xml', 'word/document.xml'),
      'document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'one with macros',
      zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      'program',
      'application/octet-stream',
    ],
    ['an archive', zip('a.txt'), 'archive', 'application/zip'],
    ['a program of Windows', text('MZ\x90\x00'), 'program', 'application/octet-stream'],
    ['a script', text('#!/bin/sh\nrm -rf /'), 'program', 'application/octet-stream'],
    ['a page', text('  <!DOCTYPE html><script>alert(1)</script>'), 'active', 'application/octet-stream'],
    [
      'a page without a beginning',
      text('hello <img src=x onerror=alert(1)>'),
      'active',
      'application/octet-stream',
    ],
    [
      'an SVG',
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'active',
      'application/octet-stream',
    ],
    [
      'an SVG in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<svg onload="alert(1)"/>', 'utf16le')]),
      'active',
      'application/octet-stream',
    ],
    ['words', text('Dear all, 5 < 7 & so on'), 'text', 'text/plain; charset=utf-8'],
    ['bytes of nothing', Buffer.from([0, 1, 2, 0xfe]), 'unknown', 'application/octet-stream'],
    ['half a PNG', png(1, 1).subarray(0, 12), 'unknown', 'application/octet-stream'],
    ['a PNG of no size', png(0, 7), 'unknown', 'application/octet-stream'],
  ])('%s', (_, bytes, kind, mediaType) => {
    expect(sniff(bytes)).toMatchObject({ kind, mediaType });
  });

  it('reads how large a picture is, and shows none that a browser would choke on', () => {
    expect(sniff(png(640, 480))).toMatchObject({ width: 640, height: 480 });
    expect(sniff(jpeg)).toMatchObject({ width: 64, height: 48 });
    const shown = (width: number, height: number, bytes = 1_000) =>
      isShown({ kind: 'image', bytes, width, height });
    expect(shown(4_000, 3_000)).toBe(true);
    expect(shown(65_000, 65_000)).toBe(false);
    expect(shown(100, 100, 6 * 1024 * 1024)).toBe(false);
    expect(isShown({ kind: 'active', bytes: 10, width: 10, height: 10 })).toBe(false);
  });
});

describe('A file that lies', () => {
  it.each([
    ['holiday.png', 'image/png', text('<svg onload="alert(1)"/>'), true],
    ['bill.pdf', 'application/pdf', text('MZ\x90\x00'), true],
    ['bill.pdf.exe', 'application/pdf', text('MZ\x90\x00'), true],
    ['notes.txt', 'text/plain', text('MZ\x90\x00'), true],
    ['photo.jpg', 'image/jpeg', png(6, 4), false],
    ['photo', 'image/png', png(6, 4), false],
    ['setup.exe', 'application/octet-stream', text('MZ\x90\x00'), false],
    ['logo.svg', 'image/svg+xml', text('<svg/>'), false],
    ['page.html', 'text/html', text('<html>'), false],
    ['table.csv', 'text/csv', text('name,<b>bold</b>'), false],
    ['photo.heic', 'image/heic', Buffer.from([0, 0, 0, 1, 0xfe, 0xff]), false],
    ['data.bin', null, Buffer.from([0, 1, 2, 0xfe]), false],
  ])('%s, called %s', (name, said, bytes, lies) => {
    expect(isLying(name, said, sniff(bytes))).toBe(lies);
  });
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\bill.pdf', 'bill.pdf'],
  ['evil\u202egpj.exe', 'evilgpj.exe'],
  ['a"b\r\nX: 1.png', 'abX: 1.png'],
  ['...hidden', 'hidden'],
  ['', 'file'],
  [null, 'file'],
  [`${'long '.repeat(60)}.pdf`, `${'long '.repeat(60).slice(0, 115)}….pdf`],
])('the name %j is kept as %j', (given, kept) => {
  expect(safeName(given)).toBe(kept);
});
