import { describe, expect, it } from 'vitest';
import type { Say } from './intl/words.ts';
import { reasonText } from './reason-text.ts';

const say: Say = (id) => (id === 'identity.sameEmail' ? 'Stessa casella' : id);

describe('why two records may be one person', () => {
  it('is said in the reader’s language and keeps the address that agrees', () => {
    expect(reasonText({ code: 'same-email', text: 'Same mailbox (ana@carpatia.example).' }, say)).toBe(
      'Stessa casella (ana@carpatia.example)',
    );
  });

  it('is said in the reader’s language where the engine compared a field', () => {
    expect(reasonText({ code: 'birth:two-parts', text: 'Date of birth: two parts.' }, say)).toBe(
      'identity.feature.birth: identity.level.two-parts',
    );
  });

  it('is said as the server says it where nobody has translated it', () => {
    expect(reasonText({ code: 'same-moon', text: 'Same moon.' }, say)).toBe('Same moon.');
  });
});
