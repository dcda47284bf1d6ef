import { neighbours } from '#modules/house';
import { type Subjects, subjectsOf } from './domain/subjects.ts';

/** The subjects behind the front door, as the house was laid: intake never imports them. */
export const subjectsAtHand = (): Subjects => subjectsOf(neighbours());
