import { describe, expect, it } from 'vitest';
import { readTypedAnswer } from './typed-answer.ts';

const csat = { instrument: 'csat', look: 'numbers' } as const;
const nps = { instrument: 'nps', look: 'numbers' } as const;

describe('What somebody types back', () => {
  it.each([
    ['5', 5, null],
    [' 4 ', 4, null],
    ['5.', 5, null],
    ['5 - great help', 5, 'great help'],
    ['5 – ottimo aiuto', 5, 'ottimo aiuto'],
    ['4/5, thanks', 4, 'thanks'],
    ['3 su 5', 3, null],
    ['2, nobody called me back', 2, 'nobody called me back'],
    ['1\nYou never answered', 1, 'You never answered'],
    ['5!!!', 5, null],
    ['5️⃣', 5, null],
    ['５', 5, null],
    ['4 👍', 4, '👍'],
    ['👍', 5, null],
    ['👎🏽 too slow', 1, 'too slow'],
    ['3: so so', 3, 'so so'],
  ] as const)('“%s” answers the question', (text, value, comment) => {
    expect(readTypedAnswer(text, csat)).toEqual({ kind: 'answer', value, comment });
  });

  it.each([
    '6',
    '0',
    '55',
    '5 times I called you',
    '5:30 would suit me',
    '5.30',
    '4-5',
    '3,5',
    '5000',
    '5 000 €',
    'five',
    'My order is 5',
    '5pm',
    '2nd parcel is missing',
    '',
    '-5',
    '🙂',
  ])('“%s” is a message like any other', (text) => {
    expect(readTypedAnswer(text, csat)).toBeNull();
  });

  it('knows the scale of the question', () => {
    expect(readTypedAnswer('0', nps)).toEqual({ kind: 'answer', value: 0, comment: null });
    expect(readTypedAnswer('10 - always', nps)).toEqual({ kind: 'answer', value: 10, comment: 'always' });
    expect(readTypedAnswer('11', nps)).toBeNull();
    // A thumb is no number of eleven.
    expect(readTypedAnswer('👍', nps)).toBeNull();
    expect(readTypedAnswer('3', { instrument: 'csat', look: 'thumbs' })).toMatchObject({ value: 3 });
  });

  it.each(['STOP', 'stop', 'Arrêt', 'BASTA', 'dezabonare'])('“%s” wants no more questions', (text) => {
    expect(readTypedAnswer(text, csat)).toEqual({ kind: 'leave' });
  });
});
