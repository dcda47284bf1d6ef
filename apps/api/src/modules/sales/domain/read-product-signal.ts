import { z } from 'zod';
import { maybeWord, word } from '#modules/house';

/** What a source says of a product. */
export const productBody = z.strictObject({ name: word(300), sku: maybeWord(100) });
export type ProductBody = z.output<typeof productBody>;
