import { expect, it } from 'vitest';
import { authorKindOf, tellMessage } from './message.ts';

const ticket = { id: 't', sourceKey: 'ticket:1', subject: 'Late delivery' };
const at = new Date('2026-03-01T10:00:00Z');

it('says on the timeline who wrote, one line a day for each side, and nothing of notes among colleagues', () => {
  const line = (authorKind: 'customer' | 'agent' | 'bot', isPublic = true) =>
    tellMessage({ authorKind, isPublic, authorName: 'Sam', at }, ticket).entries.map(
      ({ kind, title, actorName }) => ({
        kind,
        title,
        actorName,
      }),
    )[0];
  expect(line('customer')).toEqual({ kind: 'message-received', title: 'Customer wrote: Late delivery' });
  expect(line('agent')).toEqual({ kind: 'reply-sent', title: 'We replied: Late delivery', actorName: 'Sam' });
  expect(line('agent', false)).toBeUndefined();
  const later = tellMessage(
    { authorKind: 'bot', isPublic: true, at: new Date('2026-03-01T23:00:00Z') },
    ticket,
  );
  expect(later.entries[0]?.entryKey).toBe(
    tellMessage({ authorKind: 'bot', isPublic: true, at }, ticket).entries[0]?.entryKey,
  );
});

it('takes an author for a customer whom the source knows as one, and everybody else for one of us', () => {
  const customers = new Set(['user:1']);
  expect(authorKindOf({ authorKey: 'user:1', isPublic: true }, customers)).toBe('customer');
  expect(authorKindOf({ authorKey: 'user:2', isPublic: true }, customers)).toBe('agent');
  expect(authorKindOf({ authorKey: 'user:1', isPublic: false }, customers)).toBe('agent');
  expect(authorKindOf({ authorKey: 'user:1', authorKind: 'bot', isPublic: true }, customers)).toBe('bot');
});
