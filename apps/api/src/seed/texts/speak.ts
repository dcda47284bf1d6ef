import type { Language } from '../names/lists.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import type { Phrases } from './phrases.ts';
import { romanian } from './ro.ts';

/** The grammar of each language. */
export const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: english,
  it: italian,
  fr: french,
  ro: romanian,
};

/** What can stand in a sentence. */
export interface Filling {
  product?: string;
  name?: string;
  agent?: string;
  order?: string;
  days?: number;
}

/** A sentence with its gaps filled; a gap without a filling is a mistake of the grammar and throws. */
export function speak(sentence: string, filling: Filling): string {
  return sentence.replace(/\{(\w+)\}/g, (_, gap: string) => {
    const value = filling[gap as keyof Filling];
    if (value === undefined) throw new Error(`nothing to put in {${gap}} of "${sentence}"`);
    return String(value);
  });
}

/** Parts of a letter one under another, empty ones left out. */
export const letter = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n');
