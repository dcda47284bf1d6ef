import { describe, expect, it } from 'vitest';
import { dayIn } from './day-in.ts';
import { instantOf, knownZone, wallTime, zoneName } from './wall-time.ts';

// A Wednesday.
const today = '2026-03-04';

describe('a day that somebody names while writing', () => {
  it.each([
    ['We will call you by Friday.', 'Friday', '2026-03-06'],
    ['La richiamo venerdì mattina', 'venerdì', '2026-03-06'],
    ['La richiamo venerdi', 'venerdi', '2026-03-06'],
    ['Nous vous appelons demain', 'demain', '2026-03-05'],
    ['C’est fait aujourd’hui', 'aujourd’hui', '2026-03-04'],
    ['Vă sunăm mâine', 'mâine', '2026-03-05'],
    ['Vă sunăm luni', 'luni', '2026-03-09'],
    ['On Wednesday', 'Wednesday', '2026-03-11'],
    ['by MONDAY or Tuesday', 'MONDAY', '2026-03-09'],
  ])('%s', (text, phrase, day) => {
    expect(dayIn(text, today)).toEqual({ phrase, day });
  });

  it.each(['', 'Thank you', 'garanție 3 luni', 'Fridays are quiet', 'azienda', 'todayish'])(
    'is not in %j',
    (text) => {
      expect(dayIn(text, today)).toBeNull();
    },
  );
});

describe('a time on the customer’s wall', () => {
  it.each([
    ['2026-03-06T17:00', 'Europe/Bucharest', '2026-03-06T15:00:00.000Z'],
    ['2026-07-06T17:00', 'Europe/Bucharest', '2026-07-06T14:00:00.000Z'],
    ['2026-03-06T17:00', 'America/New_York', '2026-03-06T22:00:00.000Z'],
    // The day on which clocks go forward.
    ['2026-03-29T12:00', 'Europe/Rome', '2026-03-29T10:00:00.000Z'],
  ])('%s in %s', (wall, zone, instant) => {
    expect(instantOf(wall, zone)?.toISOString()).toBe(instant);
    expect(wallTime(Date.parse(instant), zone)).toBe(wall);
  });

  it('is this browser’s where theirs is not known', () => {
    expect(knownZone(null)).toBe(knownZone('Middle-earth/Shire'));
    expect(knownZone('Europe/Rome')).toBe('Europe/Rome');
    expect(zoneName('America/New_York')).toBe('New York');
    expect(instantOf('', 'Europe/Rome')).toBeNull();
  });
});
