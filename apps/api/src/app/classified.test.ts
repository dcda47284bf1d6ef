import { describe, expect, it } from 'vitest';
import { unclassified } from '#modules/access';
import { modules } from './modules.ts';
import { buildGraph } from './schema.ts';

describe('the policy table', () => {
  it('is complete over the whole schema, or the server does not start', () => {
    expect(unclassified(buildGraph(modules))).toEqual([]);
  });
});
