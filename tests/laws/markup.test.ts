import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMarkup as ours } from '../../apps/api/src/modules/content/domain/markup.ts';
import { readMarkup as theirs } from '../../apps/web/src/features/content/read-markup.ts';

it('the page a customer gets and the preview of its author read the same markup alike, whatever is written', () => {
  const piece = fc.constantFrom(
    '# ',
    '- ',
    '• ',
    '* ',
    '**',
    '[words](https://a.example/x)',
    '[x](javascript:1)',
    '\n',
    '\r\n',
    ' ',
    'word',
    '<b>',
    '[',
    ')',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(theirs(pieces.join(''))).toEqual(ours(pieces.join('')));
    }),
  );
});
