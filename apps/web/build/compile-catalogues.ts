import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const prefix = 'virtual:messages/';

/** Every `messages/<locale>.json` below a folder: each room of the web keeps its own words. */
export function catalogueFiles(root: string, locale: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(`messages/${locale}.json`))
    .sort()
    .map((name) => join(root, name))
    .filter((file) => statSync(file).isFile());
}

/** The rooms whose words the first screens need; all others come right after them. */
const firstRooms =
  /[\\/](app|ui|pages[\\/](sign-in|customers)|features[\\/](access|customers))[\\/]messages[\\/]/;

/** Which part of a language: what the first screens need, what comes later, or all of it. */
export type CataloguePart = 'first' | 'later' | 'all';

/** The words of the rooms in one language; a word defined twice is a mistake. */
export function readCatalogue(
  root: string,
  locale: string,
  part: CataloguePart = 'all',
): Record<string, string> {
  const all: Record<string, string> = {};
  for (const file of catalogueFiles(root, locale)) {
    if (part !== 'all' && firstRooms.test(file) !== (part === 'first')) continue;
    for (const [id, text] of Object.entries(
      JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
    )) {
      if (id in all) throw new Error(`${file}: message "${id}" is already defined in another room`);
      all[id] = text;
    }
  }
  return all;
}

/** French sets its tall signs apart, and a line must never begin with one: the space before them does not break. */
export const tied = (text: string, locale: string): string =>
  locale === 'fr' ? text.replace(/ (?=[;!?»%]|:(?!:))|(?<=«) /g, '\u00a0') : text;

/** A message as it travels: plain words as they are, everything else already parsed. */
function compile(text: string): string | MessageFormatElement[] {
  const parsed = parse(text, { captureLocation: false });
  return parsed.length === 1 && parsed[0]?.type === TYPE.literal ? parsed[0].value : parsed;
}

/** Serves `virtual:messages/<locale>` and `…/<locale>/later` with messages parsed at build time, so that the browser needs no ICU parser. */
export function compileCatalogues(root: string): Plugin {
  return {
    name: 'compile-catalogues',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [locale = 'en', part = 'first'] = id.slice(prefix.length + 1).split('/');
      for (const file of catalogueFiles(root, locale)) this.addWatchFile(file);
      const compiled = Object.fromEntries(
        Object.entries(readCatalogue(root, locale, part as CataloguePart)).map(([key, text]) => [
          key,
          compile(tied(text, locale)),
        ]),
      );
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))})`;
    },
  };
}
