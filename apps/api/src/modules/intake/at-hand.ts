import type { Manifest } from '#modules/house';
import { type Subjects, subjectsOf } from './domain/subjects.ts';

let handed: readonly Manifest[] | undefined;

/** Hands the front door the subjects behind it, once, where the house is laid together: intake never imports them. */
export function handSubjects(modules: readonly Manifest[]): void {
  handed = modules;
}

/** The subjects that `app/` handed over. */
export function subjectsAtHand(): Subjects {
  if (!handed) throw new Error('Nobody handed the front door its subjects.');
  return subjectsOf(handed);
}
