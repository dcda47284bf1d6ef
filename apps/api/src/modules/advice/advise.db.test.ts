import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { advise } from './advise.ts';

let world: TestWorld;
let ada: TestPerson;
const now = new Date('2026-11-28T10:00:00Z');
const ask = (person: TestPerson) =>
  advise(world.database, { customerId: person.customerId, department: 'sales' }, now);

beforeAll(async () => {
  world = await testWorld();
  ada = await world.person('Ada');
  const others: TestPerson[] = [];
  for (let n = 0; n < 30; n++) others.push(await world.person(`Other ${n}`));
  await world.database.query(
    `INSERT INTO product (id, source_id, source_key, name, observed_at)
     SELECT gen_random_uuid(), $1::uuid, name, name, now() FROM unnest(ARRAY['Mill', 'Scale', 'Cup']) name`,
    [world.sourceId],
  );
  const buys = (person: TestPerson, product: string, day: string, status = 'fulfilled') =>
    world.database.query(
      `WITH bought AS (INSERT INTO sales_order (id, source_id, source_key, customer_id, source_record_id, status, total, currency, ordered_at, observed_at)
         VALUES (gen_random_uuid(), $1, gen_random_uuid()::text, $2, $3, $5, 10, 'EUR', $6, now()) RETURNING id)
       INSERT INTO order_line (order_id, line_key, product_id, quantity, unit_price) SELECT bought.id, '1', p.id, 1, 10 FROM bought, product p WHERE p.name = $4`,
      [world.sourceId, person.customerId, person.sourceRecordId, product, status, day],
    );
  await buys(ada, 'Mill', '2026-02-01T10:00:00Z');
  // Fifteen others with a mill have a scale; those without have a cup.
  for (const [n, other] of others.entries()) {
    if (n < 15) await buys(other, 'Mill', '2026-01-01T10:00:00Z');
    await buys(other, n < 15 ? 'Scale' : 'Cup', '2026-01-02T10:00:00Z');
    await world.database.query(
      `INSERT INTO touch (id, source_id, source_key, customer_id, source_record_id, kind, channel, at)
       SELECT gen_random_uuid(), $1::uuid, 'opened ' || $2::text || n, $2::uuid, $3::uuid, 'opened', 'email', timestamptz '2026-11-03T09:30:00Z' - n * interval '7 days' FROM generate_series(0, 3) n`,
      [world.sourceId, other.customerId, other.sourceRecordId],
    );
  }
});
afterAll(() => world.close());

describe('what is best done next', () => {
  it('is said with its reasons, or with why there is nothing', async () => {
    const advice = await ask(ada);
    expect(advice!.product).toMatchObject({ by: 'similar', name: 'Scale', withName: 'Mill', base: 0.5 });
    // Everybody opens on Tuesdays between ten and twelve, in Rome.
    expect(advice).toMatchObject({
      timeZone: 'Europe/Rome',
      moment: { date: '2026-12-01', fromHour: 10, untilHour: 12, whose: 'everybody' },
      engagement: { because: 'no-consent' },
      offer: { because: 'no-consent' },
    });
  });

  it('is help first, and no offer, while a case is open', async () => {
    await world.database.query(
      `INSERT INTO ticket (id, source_id, source_key, number, customer_id, source_record_id, subject, status, channel, opened_at, observed_at)
       VALUES (gen_random_uuid(), $1, 't', '1', $2, $3, 'It grinds no more', 'open', 'chat', $4, now())`,
      [world.sourceId, ada.customerId, ada.sourceRecordId, now],
    );
    expect(await ask(ada)).toMatchObject({
      engagement: { kind: 'service', channel: 'chat' },
      offer: { because: 'open-case' },
    });
  });

  it('is nothing at all for nobody', async () => {
    const nobody = { customerId: '00000000-0000-7000-8000-000000000009', sourceRecordId: '' };
    expect(await ask(nobody)).toBeNull();
  });
});
