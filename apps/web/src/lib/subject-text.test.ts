import { describe, expect, it } from 'vitest';
import { languages, listedCodes, sayerOf } from './intl/said-by-server.ts';
import { subjectText } from './subject-text.ts';

describe('what an act of the trail was done to', () => {
  it.each(languages)('has words in %s, whatever the server names', async (locale) => {
    const say = await sayerOf(locale);
    const types = listedCodes('AuditEntry', 'subjectType');
    expect(types.length).toBeGreaterThan(20);
    expect(types.filter((type) => subjectText(type, say) === type)).toEqual([]);
  });

  it('is called by its own name where this web does not know it', async () => {
    expect(subjectText('Spaceship', await sayerOf('it'))).toBe('Spaceship');
  });
});
