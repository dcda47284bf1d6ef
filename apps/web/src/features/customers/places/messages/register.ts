import type words from './en.json';

type Words = typeof words;

declare global {
  interface MessageBook extends Words {}
}
