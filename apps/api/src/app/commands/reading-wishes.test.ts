import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodings } from '../../modules/intake/domain/reading/file.ts';
import { encodingNames, namingOption, readWish } from './reading-wishes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ancora-wish-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('what the operator says of how files are written', () => {
  it('is taken by name or as the sign itself, whatever its case', async () => {
    expect(await readWish({})).toBeUndefined();
    expect(
      await readWish({ encoding: 'UTF-8', separator: 'Semicolon', dateOrder: 'dmy', decimal: 'comma' }),
    ).toEqual({ encoding: 'utf-8', separator: ';', dateOrder: 'DMY', decimal: ',' });
    expect(await readWish({ separator: '\\t', decimal: '.' })).toEqual({ separator: '\t', decimal: '.' });
    expect(await readWish({ separator: 'constructor' })).toEqual({ separator: 'constructor' });
  });

  it('names every encoding that files are read in', () => {
    expect(encodingNames).toEqual([...encodings]);
  });

  it('is refused in a sentence that names the option', async () => {
    const path = join(folder, 'map.json');
    await expect(readWish({ mapping: path })).rejects.toThrow(`--mapping: there is no file ${path}.`);
    await writeFile(path, 'email = Adresa');
    await expect(readWish({ mapping: path })).rejects.toThrow(`--mapping: ${path} is no JSON`);
    const trouble = (message: string, field?: string) => Object.assign(new Error(message), { field });
    expect(namingOption(trouble('dateOrder must be one of YMD DMY MDY.', 'dateOrder')).message).toBe(
      '--date-order must be one of YMD DMY MDY.',
    );
    expect(namingOption(trouble('“ITA” is no country like IT.', 'phoneCountry')).message).toBe(
      '--phone-country: “ITA” is no country like IT.',
    );
    expect(namingOption(trouble('There is no file x.')).message).toBe('There is no file x.');
  });

  it('sends columns where a file says', async () => {
    const path = join(folder, 'map.json');
    await writeFile(path, '{"email": "Adresa", "phone": ["Fix", "Mobil"]}');
    expect(await readWish({ mapping: path })).toEqual({
      mapping: { email: 'Adresa', phone: ['Fix', 'Mobil'] },
    });
  });
});
