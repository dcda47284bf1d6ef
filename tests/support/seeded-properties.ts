import { createRequire } from 'node:module';
import type FastCheck from 'fast-check';

/**
 * What tests get for `fast-check`: the same, with one seed for all, so that a run says the same of the same code on every machine.
 * `PROPERTY_SEED=random` tries other values each time, and a number those of a run that failed.
 */
const properties = createRequire(import.meta.url)('fast-check') as typeof FastCheck;
const wished = process.env.PROPERTY_SEED ?? '20261129';
if (wished !== 'random') properties.configureGlobal({ seed: Number(wished) });

export default properties;
