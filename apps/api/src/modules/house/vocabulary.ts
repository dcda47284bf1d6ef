import type { ZodType } from 'zod';
import type { Format } from './format.ts';

/**
 * What a subject understands of what others write: the exports whose words it knows, and the bodies of its kinds of signals. Pure and
 * light, in `vocabulary.ts` beside the door, because whoever reads files in a thread of their own loads this and nothing of the house.
 */
export interface Vocabulary {
  formats?: readonly Format[];
  /** By kind. */
  bodies: Readonly<Record<string, ZodType>>;
}
