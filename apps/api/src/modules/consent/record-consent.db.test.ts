import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { summariseConsents } from './data/consent-entries.ts';
import { mayContact } from './may-contact.ts';
import { consentSignal } from './record-consent.ts';

let world: TestWorld;
let ada: TestPerson;
beforeAll(async () => {
  world = await testWorld();
  ada = await world.person('Ada');
});
afterAll(() => world.close());

const say = (state: string, at: string, more: object = {}) =>
  world.located(consentSignal, { subjectKey: `member:${at}`, at, body: { state, ...more } }, { person: ada });
const summary = async () => {
  await world.database.transaction((tx) => summariseConsents(tx, [ada.customerId]));
  return (await world.rows('customer_summary', 'email_consent'))[0]?.email_consent;
};

describe('the ledger of consent', () => {
  it('lets nobody be contacted of whom nothing is known', async () => {
    expect(await mayContact(world.database, ada.customerId, 'email')).toBe(false);
    expect(await summary()).toBeNull();
  });

  it('opens the gate with proof, closes it for good with a withdrawal, and a file without proof does not open it again', async () => {
    const granted = await say('granted', '2026-01-01T00:00:00Z', {
      evidence: { optInAddress: '203.0.113.9' },
    });
    await world.record(consentSignal, [granted]);
    expect(await mayContact(world.database, ada.customerId, 'email')).toBe(true);
    expect(await mayContact(world.database, ada.customerId, 'sms')).toBe(false);

    const left = await say('withdrawn', '2026-02-01T00:00:00Z', { channel: 'any' });
    const unproved = await say('granted', '2026-03-01T00:00:00Z');
    const recorded = await world.record(consentSignal, [left, unproved]);
    expect(recorded.entries.map((entry) => entry.kind)).toEqual(['consent-withdrawn', 'consent-granted']);
    expect(await mayContact(world.database, ada.customerId, 'email')).toBe(false);
    expect(await summary()).toBe('withdrawn');

    const before = await world.rows('consent_entry');
    await world.record(consentSignal, [granted, left, unproved]);
    expect(await world.rows('consent_entry')).toEqual(before);

    await world.database.transaction((tx) =>
      consentSignal.forget!(tx, world.sourceId, [left.signal.subjectKey]),
    );
    expect(await mayContact(world.database, ada.customerId, 'email')).toBe(true);
  });
});
