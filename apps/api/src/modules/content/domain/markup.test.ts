import { describe, expect, it } from 'vitest';
import { isMovedOn } from './reward.ts';
import { fileName, sniffFile } from './sniff-file.ts';

describe('a file', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  it.each([
    ['%PDF-1.7', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    [
      'PK\x03\x04 [Content_Types].xml ppt/presentation.xml',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
  ])('is what its bytes say: %j', (text, type) => {
    expect(sniffFile(bytes(text))).toBe(type);
  });

  it.each([
    '',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '<!doctype html>',
    'GIF89a<script>',
    'MZ',
    'PK\x03\x04 evil.exe',
    'PK\x03\x04 [Content_Types].xml word/document.xml word/vbaProject.bin',
  ])('is not taken when it may be a program or a page: %j', (text) => {
    expect(sniffFile(bytes(text))).toBeNull();
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\x\\report.pdf', 'report.pdf'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['"; filename=x', '; filename=x'],
    ['', 'file'],
  ])('has a name without a way: %j', (given, name) => {
    expect(fileName(given)).toBe(name);
  });
});

describe('content worked', () => {
  it.each([
    ['research', 'choice', true],
    ['assistance', 'use', true],
    ['dormant', 'need', true],
    ['use', 'assistance', false],
    ['choice', 'research', false],
    ['use', 'dormant', false],
    ['use', 'use', false],
    ['share', 'repeat', false],
  ])('when somebody moved from %s to %s: %s', (from, to, is) => {
    expect(isMovedOn(from, to)).toBe(is);
  });
});
