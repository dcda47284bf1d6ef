import { expect, it } from 'vitest';
import { preferredChannel } from './preferred-channel.ts';

const at = new Date('2026-03-02T09:00:00Z');
const wish = (channel: string | null) => ({ channel, saidBy: 'Tom', at });
const learned = { channel: 'email', share: 0.75, contacts: 8 };

it.each([
  [
    'what they said counts before what they do',
    wish('sms'),
    learned,
    { channel: 'sms', because: 'told', saidBy: 'Tom' },
  ],
  [
    'a word that was taken back gives way to what they do',
    wish(null),
    learned,
    { channel: 'email', because: 'learned', contacts: 8, share: 0.75 },
  ],
  ['without a word it is learned', null, learned, { channel: 'email', because: 'learned' }],
])('%s', (_, said, known, expected) => {
  expect(preferredChannel(said, known)).toMatchObject(expected);
});

it('nobody knows what nobody said and too few contacts show', () => {
  expect(preferredChannel(null, null)).toBeNull();
  expect(preferredChannel(null, { channel: null, share: null, contacts: 2 })).toBeNull();
});
