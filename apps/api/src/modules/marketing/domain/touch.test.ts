import { describe, expect, it } from 'vitest';
import type { TouchKind } from './read-touch-signal.ts';
import { tellTouch } from './touch.ts';

const at = new Date('2026-03-01T10:00:00Z');
const tell = (kind: TouchKind, more: object = {}, when = at) =>
  tellTouch('touch:1', { kind, channel: 'email', ...more }, when, {
    id: 'id',
    campaign: { key: 'spring', name: 'Spring letter' },
  });

describe('what the timeline says of a touch', () => {
  it('says nothing of a mail that was only sent', () => {
    expect(tell('sent')).toEqual({ entries: [], facts: [] });
  });

  it('names the form, else the campaign, else the page', () => {
    expect(tell('form-submitted', { title: 'Ask for a visit' }).entries[0]?.title).toBe(
      'Sent a form: Ask for a visit',
    );
    expect(tell('clicked', { url: 'https://x.org/a' }).entries[0]).toMatchObject({
      title: 'Clicked: Spring letter',
      detail: 'https://x.org/a',
    });
  });

  it('says what came of a call', () => {
    expect(tell('called', { channel: 'phone', outcome: 'no' }).entries[0]?.title).toBe(
      'Was called: Spring letter — no',
    );
  });

  it('is one line for the same mail on one day, another on the next', () => {
    const key = (when: string) => tell('opened', {}, new Date(when)).entries[0]?.entryKey;
    expect(key('2026-03-01T10:00:00Z')).toBe(key('2026-03-01T22:00:00Z'));
    expect(key('2026-03-01T10:00:00Z')).not.toBe(key('2026-03-02T10:00:00Z'));
  });

  it.each<[TouchKind, string[]]>([
    ['opened', []],
    ['clicked', ['content-consumed']],
    ['visited', ['content-consumed']],
    ['attended', ['content-consumed']],
    ['form-submitted', ['lead-created']],
    ['bounced', []],
  ])('%s gives the journey %j', (kind, facts) => {
    expect(tell(kind).facts.map((fact) => fact.kind)).toEqual(facts);
  });
});
