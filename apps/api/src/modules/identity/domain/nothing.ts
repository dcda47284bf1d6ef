import { z } from 'zod';

/** The body of signals that say all in whom they name. */
export const nothing = z.strictObject({});

/** What is read from it. */
export type Nothing = z.infer<typeof nothing>;
