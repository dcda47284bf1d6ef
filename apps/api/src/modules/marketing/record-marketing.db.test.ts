import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { campaignSignal } from './record-campaign.ts';
import { touchSignal } from './record-touch.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const touch = async (key: string, name: string, body: object, at = '2026-03-01T10:00:00Z') =>
  world.located(touchSignal, { subjectKey: key, at, body }, { person: await world.person(name) });

describe('campaigns and touches', () => {
  it('a click names a campaign nobody told of yet, and the campaign fills it in when it comes', async () => {
    const clicked = await touch('t1', 'Ada', { kind: 'clicked', campaignKey: 'campaign:9' });
    const recorded = await world.record(touchSignal, [clicked]);
    expect(recorded.entries).toMatchObject([{ title: 'Clicked: 9', subjectType: 'Touch' }]);
    expect(recorded.facts).toMatchObject([{ kind: 'content-consumed' }]);

    await world.record(campaignSignal, [
      await world.located(campaignSignal, {
        subjectKey: 'campaign:9',
        at: '2026-02-01T00:00:00Z',
        body: { name: 'Spring' },
      }),
    ]);
    expect(await world.rows('campaign', 'source_key', 'name')).toEqual([
      { source_key: 'campaign:9', name: 'Spring' },
    ]);
  });

  it('an older word of a campaign overwrites nothing, a blank erases nothing', async () => {
    const said = (at: string, body: object) =>
      world.located(campaignSignal, { subjectKey: 'campaign:10', at, body });
    await world.record(campaignSignal, [
      await said('2026-02-02T00:00:00Z', { name: 'New', subject: 'Hello' }),
    ]);
    await world.record(campaignSignal, [
      await said('2026-02-01T00:00:00Z', { name: 'Old', sentAt: '2026-01-01T00:00:00Z' }),
    ]);
    await world.record(campaignSignal, [await said('2026-02-03T00:00:00Z', { name: 'New', subject: '' })]);
    const rows = await world.rows('campaign', 'source_key', 'name', 'subject', 'sent_at');
    expect(rows.find((row) => row.source_key === 'campaign:10')).toMatchObject({
      name: 'New',
      subject: 'Hello',
      sent_at: new Date('2026-01-01T00:00:00Z'),
    });
  });

  it('recording twice leaves the same rows', async () => {
    const items = [
      await touch('t2', 'Bob', { kind: 'opened', campaignKey: 'campaign:9' }),
      await touch('t3', 'Cleo', { kind: 'sent', campaignName: 'Autumn' }),
    ];
    await world.record(touchSignal, items);
    const before = await world.rows('touch');
    await world.record(touchSignal, items);
    expect(await world.rows('touch')).toEqual(before);
  });

  it('asks as many statements for 300 touches as for one', async () => {
    const many = await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        touch(`many-${n}`, `Many ${n}`, { kind: 'opened', campaignKey: `campaign:${n}` }),
      ),
    );
    const one = await world.statements((tx) => touchSignal.record(tx, many.slice(0, 1)));
    expect(await world.statements((tx) => touchSignal.record(tx, many))).toBe(one);
    expect(one).toBeLessThanOrEqual(3);
  });

  it('forgetting a touch takes away the campaign that only it told of', async () => {
    await world.record(touchSignal, [
      await touch('t9', 'Dan', { kind: 'visited', campaignKey: 'campaign:only' }),
    ]);
    await world.database.transaction((tx) => touchSignal.forget!(tx, world.sourceId, ['t9']));
    const left = await world.rows('campaign', 'source_key');
    expect(left.map((row) => row.source_key)).not.toContain('campaign:only');
    expect((await world.rows('touch', 'source_key')).map((row) => row.source_key)).not.toContain('t9');
  });
});
