import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsAgain } from './cells-again.ts';
import { CsvCutter } from './cut-csv.ts';
import { type FileChoices, type FileSource, isBadRow, longestRow } from './file.ts';
import { openFile } from './open-file.ts';

const inPieces = (bytes: Uint8Array, size = 7): FileSource => ({
  name: 'file',
  async *open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});
const utf8 = (text: string) => Buffer.from(text, 'utf8');

async function readAll(bytes: Uint8Array, choices?: FileChoices, size?: number) {
  const opened = await openFile(inPieces(bytes, size), choices);
  if (!opened.ok) return { refusal: opened.refusal, rows: [], good: [], bad: [] };
  const rows = [];
  for await (const piece of opened.value.pieces())
    for (const row of piece) {
      if (isBadRow(row)) rows.push(row);
      else {
        // Whatever a test reads: the text that comes with a row says its cells once more.
        const { raw, ...said } = row;
        if (raw !== undefined) expect(cellsAgain(raw, row.line, opened.value.again)).toEqual(row.cells);
        rows.push(said);
      }
    }
  return {
    opened: opened.value,
    rows,
    good: rows.filter((row) => !isBadRow(row)).map(({ cells }) => cells),
    bad: rows.filter(isBadRow),
  };
}

describe('letters', () => {
  const table = 'Nume;Oraș\nȘtefan;București\n';
  it.each<[string, Uint8Array, string, boolean]>([
    ['UTF-8', utf8(table), 'utf-8', false],
    ['UTF-8 with a mark', utf8(`\uFEFF${table}`), 'utf-8', true],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'utf-16le', true],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16(), 'utf-16be', true],
    ['UTF-16LE without', Buffer.from(table, 'utf16le'), 'utf-16le', false],
  ])('reads %s, whatever pieces it arrives in', async (_, bytes, encoding, hasByteOrderMark) => {
    for (const size of [1, 2, 3, 1000]) {
      const { opened, good } = await readAll(bytes, {}, size);
      expect(opened).toMatchObject({ encoding, hasByteOrderMark, separator: ';' });
      expect(good).toEqual([{ Nume: 'Ștefan', Oraș: 'București' }]);
    }
  });

  it('takes Western and Central European tables for what they are, and offers the others', async () => {
    const french = Buffer.from('Prénom,Ville\nGaëlle,Orléans\nHélène,Nîmes à côté\n', 'latin1');
    const west = await readAll(french);
    expect(west.opened).toMatchObject({ encoding: 'windows-1252' });
    expect(west.opened?.encodingAlternatives).toContain('iso-8859-2');
    expect(west.good[0]).toEqual({ Prénom: 'Gaëlle', Ville: 'Orléans' });
    const romanian = Buffer.from([
      ...utf8('Nume,Oras\n'),
      0xaa,
      ...utf8('tefan,Ia'),
      0xba,
      ...utf8('i\nIoni'),
      0xfe,
      0xe3,
      ...utf8(',Cluj\n'),
    ]);
    const east = await readAll(romanian);
    expect(east.opened?.encoding).toBe('iso-8859-2');
    expect(east.good[0]).toEqual({ Nume: 'Ştefan', Oras: 'Iaşi' });
    expect((await readAll(romanian, { encoding: 'windows-1252' })).good[1]).toEqual({
      Nume: 'Ioniþã',
      Oras: 'Cluj',
    });
  });

  it('refuses only the line whose bytes are no letters, when the rest of the file is UTF-8', async () => {
    const padding = 'x'.repeat(1000);
    const lines = Array.from({ length: 400 }, (_, at) => `${at},Gaëlle ${padding}\n`).join('');
    const bytes = Buffer.concat([
      utf8(`id,name\n${lines}`),
      Buffer.from('400,Ga\xeblle\n', 'latin1'),
      utf8('401,Gaëlle \uFFFD\n'),
    ]);
    const { opened, good, bad } = await readAll(bytes, {}, 65_536);
    expect(opened?.encoding).toBe('utf-8');
    expect(good).toHaveLength(401);
    expect(bad).toMatchObject([{ line: 402, refusal: { code: 'bad-encoding', column: 'name' } }]);
  });

  it('refuses NUL and halves of characters by line and column', async () => {
    const csv = await readAll(utf8('a,b\n1,x\0y\n2,ok\n'));
    expect(csv.bad).toMatchObject([{ line: 2, refusal: { code: 'nul', column: 'b' } }]);
    const wide = await readAll(Buffer.from('\uFEFFa,b\n1,x\ud83dy\n2,ok\n', 'utf16le'));
    expect(wide.bad).toMatchObject([{ line: 2, refusal: { code: 'half-character', column: 'b' } }]);
    const json = await readAll(utf8('[{"a":"x\\u0000"},{"a":{"b":["\\ud800"]}},{"a":"\\\\u0000"}]'));
    expect(json.bad.map(({ refusal }) => refusal.code)).toEqual(['nul', 'half-character']);
    expect(json.good).toEqual([{ a: '\\u0000' }]);
  });
});

describe('tables', () => {
  it.each([',', ';', '\t', '|'])('finds out that %j stands between the cells', async (separator) => {
    const text = `id${separator}name${separator}note\n1${separator}"Perrin, ${separator} ""G""\nLyon"${separator}a\r\n2${separator}b${separator}c`;
    const { opened, rows } = await readAll(utf8(text));
    expect(opened?.separator).toBe(separator);
    expect(rows).toEqual([
      { line: 2, cells: { id: '1', name: `Perrin, ${separator} "G"\nLyon`, note: 'a' } },
      { line: 4, cells: { id: '2', name: 'b', note: 'c' } },
    ]);
  });

  it('reads what csv-parse reads, whatever pieces it arrives in', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('', '"', ',', '\n', '\r\n', 'a"b', ' x ', '""'),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, size, newline) => {
          const text = rows
            .map((row) =>
              row
                .map((value) =>
                  /[",\r\n]/.test(value) || value === '' ? `"${value.replaceAll('"', '""')}"` : value,
                )
                .join(','),
            )
            .join(newline);
          const cutter = new CsvCutter(',');
          const found = [];
          for (let at = 0; at < text.length; at += size)
            found.push(...cutter.push(text.slice(at, at + size)));
          found.push(...cutter.end());
          const expected = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
          expect(found.map((record) => ('fields' in record ? record.fields : record.code))).toEqual(expected);
        },
      ),
    );
  });

  it('gives back what it cut, line by line, whatever the damage and the pieces', () => {
    const damaged = fc.stringMatching(/^[ab",;\n\r]{0,80}$/);
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 20 }), (text, size) => {
        const whole = new CsvCutter(',');
        const cut = new CsvCutter(',');
        const expected = [...whole.push(text), ...whole.end()];
        const found = [];
        for (let at = 0; at < text.length; at += size) found.push(...cut.push(text.slice(at, at + size)));
        found.push(...cut.end());
        expect(found).toEqual(expected);
        // Every record begins where the one before ends, and the last ends where the text does: no line is lost.
        let next = 1;
        for (const record of expected) {
          expect(record.line).toBe(next);
          next += 'fields' in record ? record.fields.join('').split('\n').length : 1;
        }
        const ends = text.split('\n').length;
        expect(next).toBe(text.endsWith('\n') || text === '' ? ends : ends + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses the one line where a quote is never closed, and reads on at the next', async () => {
    const { good, bad } = await readAll(utf8('id,name\n1,Ada\n2,"Bob\n3,Cyd\n4,Dan\n'));
    expect(good.map(({ id }) => id)).toEqual(['1', '3', '4']);
    expect(bad).toMatchObject([
      { line: 3, cells: { '(line)': '2,"Bob' }, refusal: { code: 'unclosed-quote' } },
    ]);
  });

  it('refuses rows with too many or too few cells, and those where a quote ends in the middle', async () => {
    const { good, bad } = await readAll(utf8('a,b\n1\n1,2,3\n1,"2"x\n5" pipe,6\n7,8,,\n\n'));
    expect(good).toEqual([
      { a: '5" pipe', b: '6' },
      { a: '7', b: '8' },
    ]);
    expect(bad.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      [2, 'wrong-number-of-cells'],
      [3, 'wrong-number-of-cells'],
      [4, 'stray-quote'],
    ]);
  });

  it('reads the line ends of old Macs', async () => {
    expect((await readAll(utf8('a,b\r1,2\r3,4\r'), {}, 1000)).good).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
  });

  it.each([
    ['Email,Name,email\n', 'duplicate-column', 'email'],
    ['id,__proto__\n1,2\n', 'reserved-column', '__proto__'],
    ['id,constructor\n1,2\n', 'reserved-column', 'constructor'],
    ['id,"na\0me"\n', 'nul', undefined],
    [`${Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(',')}\n`, 'too-many-columns', undefined],
    ['id,"name\n1,2\n', 'unclosed-quote', undefined],
    ['', 'empty-file', undefined],
    [' \n\n', 'empty-file', undefined],
    ['PK\u0003\u0004xl/workbook.xml', 'not-a-table', undefined],
    ['<?xml version="1.0"?><tickets/>', 'not-a-table', undefined],
    ['{\n "id": 1,\n "name": "Ada"\n}', 'not-a-list', undefined],
  ])('refuses the file %#, saying why', async (text, code, column) => {
    const { refusal } = await readAll(utf8(text), {}, 65_536);
    expect(refusal).toMatchObject({ code, ...(column ? { column } : {}) });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('holds one row at most, however long the quote that is never closed', async () => {
    const line = utf8(`2,${'y'.repeat(1021)}\n`);
    const source: FileSource = {
      name: 'long',
      async *open() {
        yield utf8('id,name\n1,"never closed\n');
        for (let at = 0; at < 64 * 1024; at++) yield line;
      },
    };
    const opened = await openFile(source);
    const before = process.memoryUsage().rss;
    let [good, bad, most] = [0, 0, 0];
    if (opened.ok) {
      for await (const rows of opened.value.pieces())
        for (const row of rows) {
          if (isBadRow(row)) bad++;
          else good++;
          if (good % 8192 === 0) most = Math.max(most, process.memoryUsage().rss - before);
        }
    }
    expect([good, bad]).toEqual([64 * 1024, 1]);
    expect(most).toBeLessThan(128 * 1024 * 1024);
  });

  it('refuses a row of more than a million characters and reads the next', async () => {
    const { good, bad } = await readAll(
      utf8(`a,b\n1,${'x'.repeat(longestRow + 70_000)}\n2,ok\n`),
      {},
      65_536,
    );
    expect(bad).toMatchObject([{ line: 2, refusal: { code: 'row-too-long' } }]);
    expect(good).toEqual([{ a: '2', b: 'ok' }]);
  });
});

describe('lists of objects', () => {
  const tickets = [
    { id: 1, subject: 'a "b" [c] {d}', tags: ['x'], via: { channel: 'web' } },
    { id: 2, custom: [{ id: 9 }] },
  ];

  it.each<[string, string]>([
    ['json-array', JSON.stringify(tickets)],
    ['json-array', JSON.stringify(tickets, null, 2)],
    ['json-pages', JSON.stringify({ count: 2, tickets, next_page: null })],
    ['json-pages', JSON.stringify({ tickets, meta: { has_more: false }, links: [{ a: 1 }] }, null, 2)],
    ['ndjson', tickets.map((ticket) => JSON.stringify(ticket)).join('\n')],
    ['ndjson', `${tickets.map((ticket) => JSON.stringify(ticket)).join('\r\n\r\n')}\r\n`],
  ])('reads %s, whatever pieces it arrives in', async (kind, text) => {
    for (const size of [1, 5, 1000]) {
      const { opened, good } = await readAll(utf8(text), {}, size);
      expect(opened?.kind).toBe(kind);
      expect(good).toEqual(tickets);
      expect(opened?.header.columns).toEqual(['id', 'subject', 'tags', 'via', 'custom']);
    }
  });

  it('reads pages that follow one another in one file', async () => {
    const page = (id: number) => JSON.stringify({ tickets: [{ id }], next_page: 'https://example.com' });
    const { opened, good } = await readAll(
      utf8(`${page(1)}\n${page(2)}\n${JSON.stringify({ tickets: [], next_page: null })}`),
    );
    expect(opened?.header.collection).toBe('tickets');
    expect(good).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('refuses what is no object, and names that poison objects', async () => {
    const { good, bad } = await readAll(
      utf8('[{"a":1}, 2, "x", [3],\n {"__proto__":{"polluted":1}}, {"b": tru}, {"c":3}]'),
    );
    expect(good).toEqual([{ a: 1 }, { c: 3 }]);
    expect(bad.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      [1, 'not-an-object'],
      [1, 'not-an-object'],
      [1, 'not-an-object'],
      [2, 'reserved-column'],
      [2, 'bad-json'],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('refuses one bad line of a file with one object a line', async () => {
    const { good, bad } = await readAll(utf8('{"id":1}\n{"id":2\n{"id":3}'));
    expect(good).toEqual([{ id: 1 }, { id: 3 }]);
    expect(bad).toMatchObject([{ line: 2, refusal: { code: 'bad-json' } }]);
  });

  it('says where a list stops in the middle, after every row before', async () => {
    const { good, bad } = await readAll(utf8('{"tickets":[\n{"id":1},\n{"id":2},\n{"id":3,"subj'));
    expect(good).toEqual([{ id: 1 }, { id: 2 }]);
    expect(bad).toMatchObject([{ line: 4, refusal: { code: 'cut-off' } }]);
  });

  it('keeps every item before the one whose text is never closed, though they come in one piece', async () => {
    const { good, bad } = await readAll(utf8('[{"a":1},{"b":2},\n{"c":"x\ny"},{"d":4}]'), {}, 1000);
    expect(good).toEqual([{ a: 1 }, { b: 2 }]);
    expect(bad).toMatchObject([{ line: 2, refusal: { code: 'unclosed-text' } }]);
  });

  it('never throws and never loses an item, whatever is cut out of a list', async () => {
    const text = JSON.stringify(tickets);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(10),
        fc.string({ maxLength: 3 }),
        async (at, length, instead) => {
          const { rows, refusal } = await readAll(
            utf8(text.slice(0, at) + instead + text.slice(at + length)),
          );
          return Boolean(refusal) || rows.length >= 0;
        },
      ),
    );
  });
});

describe('how a file writes', () => {
  it.each([
    ['31/12/2026', '1,50', 'DMY', true, ','],
    ['3/15/2026 2:30 PM', '1,234.50', 'MDY', true, '.'],
    ['2026-01-02', '7', 'YMD', true, '.'],
    ['03/04/2026', '192.0.2.1', 'YMD', false, '.'],
    ['01.02.2026', '€ 1.234,50', 'DMY', true, ','],
  ])('sees it in %s and %s', async (date, number, dateOrder, isDateOrderSure, decimal) => {
    const { opened } = await readAll(utf8(`at;amount\n${date};${number}\n`));
    expect(opened?.writing).toEqual({ dateOrder, isDateOrderSure, decimal });
  });
});
