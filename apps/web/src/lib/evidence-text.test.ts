import { describe, expect, it } from 'vitest';
import { featureText, levelText, sharedText } from './evidence-text.ts';
import type { Say } from './intl/words.ts';

const say: Say = (id) => `<${id}>`;

describe('what was found when two records were compared', () => {
  it('is said in the reader’s language, also where the server’s words have commas', () => {
    expect(featureText('street', say)).toBe('<identity.feature.street>');
    expect(levelText('same, given names differ', say)).toBe('<identity.level.same-given-names-differ>');
  });

  it('is said as the server says it where nobody has translated it', () => {
    expect(featureText('shoe size', say)).toBe('shoe size');
    expect(levelText('a size apart', say)).toBe('a size apart');
  });

  it('keeps what a household shares, and translates only what it is', () => {
    expect(sharedText('street', 'address: 12 elm street', say)).toBe(
      '<identity.feature.street>: 12 elm street',
    );
  });
});
