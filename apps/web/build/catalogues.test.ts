import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { readCatalogue, tied } from './compile-catalogues.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));
const english = readCatalogue(src, 'en');

function walk(
  elements: readonly MessageFormatElement[],
  visit: (element: MessageFormatElement) => void,
): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) walk(option.value, visit);
    }
    if (element.type === TYPE.tag) walk(element.children, visit);
  }
}

function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  walk(parse(text), (element) => {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
  });
  return [...names].sort();
}

describe.each(['it', 'fr', 'ro', 'en'])('the words in %s', (locale) => {
  const words = readCatalogue(src, locale);

  it('are complete: the same messages as in every other language', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are filled with the same values as in English', () => {
    const different = Object.keys(english).filter(
      (id) => JSON.stringify(argumentsOf(words[id] ?? '')) !== JSON.stringify(argumentsOf(english[id] ?? '')),
    );
    expect(different).toEqual([]);
  });

  it('count in every way in which the language counts', () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const missing: string[] = [];
    for (const [id, text] of Object.entries(words)) {
      walk(parse(text), (element) => {
        if (element.type !== TYPE.plural) return;
        for (const category of wanted) if (!(category in element.options)) missing.push(`${id}: ${category}`);
      });
    }
    expect(missing).toEqual([]);
  });
});

describe('French', () => {
  it('begins no line with a sign that belongs to the word before', () => {
    expect(tied('Encore là ? « Oui » : 20 % ; {n, number, ::percent}', 'fr')).toBe(
      'Encore là\u00a0? «\u00a0Oui\u00a0»\u00a0: 20\u00a0%\u00a0; {n, number, ::percent}',
    );
    for (const text of Object.values(readCatalogue(src, 'fr')))
      expect(argumentsOf(tied(text, 'fr'))).toEqual(argumentsOf(text));
    expect(tied('Still there ?', 'en')).toBe('Still there ?');
  });
});

describe('Romanian', () => {
  it('is written with commas below ș and ț, never with cedillas', () => {
    const wrong = Object.entries(readCatalogue(src, 'ro')).filter(([, text]) => /[şţŞŢ]/u.test(text));
    expect(wrong).toEqual([]);
  });
});
