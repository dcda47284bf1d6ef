import { describe, expect, it } from 'vitest';
import { bindMessage, MessageReader, parseMessage } from './wire-messages.ts';

const message = (kind: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
};
const row = (text: string | null): Buffer => {
  const head = Buffer.alloc(6);
  head.writeInt16BE(1);
  head.writeInt32BE(text === null ? -1 : Buffer.byteLength(text), 2);
  return message('D', Buffer.concat([head, Buffer.from(text ?? '')]));
};

describe('What PostgreSQL sends', () => {
  const sent = Buffer.concat([
    message('1', Buffer.alloc(0)),
    message('2', Buffer.alloc(0)),
    row('{"name":"Țurcanu"}'),
    message('C', Buffer.from('SELECT 1\0')),
    message('Z', Buffer.from('I')),
    row(null),
    row(''),
    message('N', Buffer.from('SNOTICE\0\0')),
    message('E', Buffer.from('SERROR\0C57014\0Mtoo slow\0\0')),
    message('Z', Buffer.from('I')),
  ]);
  const heardIn = (size: number) => {
    const heard: string[] = [];
    const reader = new MessageReader((kind, text, error) =>
      heard.push(
        `${String.fromCharCode(kind)} ${text ?? '-'} ${error ? `${(error as { code?: string }).code} ${error.message}` : ''}`.trim(),
      ),
    );
    for (let at = 0; at < sent.length; at += size) reader.read(sent.subarray(at, at + size));
    return heard;
  };

  it('is understood whole', () => {
    expect(heardIn(sent.length)).toEqual([
      '1 -',
      'D {"name":"Țurcanu"}',
      'Z -',
      'D -',
      'D',
      'E - 57014 too slow',
      'Z -',
    ]);
  });

  it('is understood the same wherever it was torn apart', () => {
    for (let size = 1; size < sent.length; size += 1) expect(heardIn(size)).toEqual(heardIn(sent.length));
  });
});

describe('What is sent to PostgreSQL', () => {
  it('says its own length, with words of several bytes, with bytes and with nothing', () => {
    for (const one of [
      parseMessage('ahead-1', "SELECT 'Ț'"),
      bindMessage('ahead-1', ['Ț', Buffer.from([1, 2]), null]),
      bindMessage('', []),
    ])
      expect(one.readInt32BE(1)).toBe(one.length - 1);
  });
});
