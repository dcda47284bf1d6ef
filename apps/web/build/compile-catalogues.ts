import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
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

/** The words of all rooms in one language; a word defined twice is a mistake. */
export function readCatalogue(root: string, locale: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const file of catalogueFiles(root, locale)) {
    for (const [id, text] of Object.entries(
      JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
    )) {
      if (id in all) throw new Error(`${file}: message "${id}" is already defined in another room`);
      all[id] = text;
    }
  }
  return all;
}

/** Serves `virtual:messages/<locale>` with messages parsed at build time, so that the browser needs no ICU parser. */
export function compileCatalogues(root: string): Plugin {
  return {
    name: 'compile-catalogues',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const locale = id.slice(prefix.length + 1);
      for (const file of catalogueFiles(root, locale)) this.addWatchFile(file);
      const compiled = Object.fromEntries(
        Object.entries(readCatalogue(root, locale)).map(([key, text]) => [
          key,
          parse(text, { captureLocation: false }),
        ]),
      );
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))})`;
    },
  };
}
