import { proportion } from '../../../apps/api/src/kernel/statistics/proportion.ts';
import type { Checks } from './checks.ts';
import type { DataFolder } from './data-folder.ts';
import { helpdeskOf } from './read-sets.ts';

export async function helpdesk(data: DataFolder, check: Checks): Promise<void> {
  const is = helpdeskOf(await data.all('helpdesk-italian/helpdesk.csv.gz'));
  check.equal(
    'Help desk: tickets, events, activities, variants',
    [4580, 21348, 14, 226],
    [is.cases, is.events, is.activities, is.variants],
  );
  check.equal(
    'Help desk: most events in a ticket, tickets of the commonest way',
    [15, 2366],
    [is.longest, is.commonest],
  );
  check.near('Help desk: mean days of a ticket', 40.85840765000806, is.meanDays, 1e-9);
  check.equal(
    'Help desk: customers, with two or more tickets, tickets with two customers',
    [394, 309, 7],
    [is.firstCustomers, is.cameAgain, is.withTwoCustomers],
  );
  check.equal(
    'Help desk: loops, changes of owner, ping-pongs, tickets with one',
    [1905, 8648, 306, 269],
    [is.loops, is.handoffs, is.pingpongs, is.casesWithPingpong],
  );
}

/** Minutes of `29/2/2016 01:16`; `null` for `?`. */
function minuteOf(text: string): number | null {
  const [, d, m, y, h, min] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text) ?? [];
  return d ? Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min)) / 60_000 : null;
}

export async function incidents(data: DataFolder, check: Checks): Promise<void> {
  let rows = 0;
  const last = new Map<string, Record<string, string>>();
  for await (const row of data.rows('servicenow-incidents/incident_event_log.csv.gz')) {
    rows += 1;
    last.set(row.number!, row);
  }
  const all = [...last.values()];
  check.equal(
    'ServiceNow: rows, incidents, callers',
    [141712, 24918, 5245],
    [rows, all.length, new Set(all.map(({ caller_id }) => caller_id)).size],
    'one of the callers is `?`: nobody knows who',
  );
  const kept = (some: Record<string, string>[]) =>
    proportion(some.filter(({ made_sla }) => made_sla === 'true').length, some.length);
  const byHands = (fits: (n: number) => boolean) =>
    kept(all.filter(({ reassignment_count }) => fits(Number(reassignment_count))));
  check.near(
    'ServiceNow: promise kept with 0, 1, 2, 3 or more reassignments',
    [0.783895490442, 0.570695735813, 0.398598335523, 0.25],
    [byHands((n) => n === 0), byHands((n) => n === 1), byHands((n) => n === 2), byHands((n) => n > 2)].map(
      ({ p }) => p,
    ),
    1e-9,
  );
  const { p, lo, hi } = kept(all);
  check.near(
    'ServiceNow: promise kept, with its interval',
    [0.634200176579, 0.628199568507, 0.640159413354],
    [p, lo, hi],
    1e-9,
  );
  check.equal(
    'ServiceNow: opened again',
    275,
    all.filter(({ reopen_count }) => Number(reopen_count) > 0).length,
  );

  const byCaller = new Map<string, { opened: number; resolved: number | null }[]>();
  for (const row of all) {
    const opened = minuteOf(row.opened_at!);
    if (row.caller_id === '?' || opened === null) continue;
    const key = `${row.caller_id} ${row.category}`;
    const known = byCaller.get(key) ?? [];
    known.push({ opened, resolved: minuteOf(row.resolved_at!) });
    byCaller.set(key, known);
  }
  let resolved = 0;
  let again = 0;
  for (const some of byCaller.values()) {
    some.sort((a, b) => a.opened - b.opened);
    some.forEach(({ resolved: done }, i) => {
      if (done === null) return;
      resolved += 1;
      const next = some[i + 1]?.opened;
      if (next !== undefined && next >= done && next <= done + 7 * 1440) again += 1;
    });
  }
  check.equal(
    'ServiceNow: resolved, and the next of the same caller and category opened within 7 days',
    [23359, 2985],
    [resolved, again],
  );
}

export async function bank(data: DataFolder, check: Checks): Promise<void> {
  const rows = await data.all('bank-marketing/bank-full.csv.gz', ';');
  const yes = (some: Record<string, string>[]) => some.filter(({ y }) => y === 'yes').length;
  check.equal('Bank: contacts, yes', [45211, 5289], [rows.length, yes(rows)]);
  const after = (fits: (n: number) => boolean) => {
    const some = rows.filter(({ campaign }) => fits(Number(campaign)));
    return proportion(yes(some), some.length).p;
  };
  check.near(
    'Bank: yes after 1, 2, 3, 4, 5, 6 or more calls',
    [0.145975832193, 0.112035185926, 0.111936243434, 0.090005678592, 0.078798185941, 0.058094144661],
    [1, 2, 3, 4, 5].map((calls) => after((n) => n === calls)).concat(after((n) => n > 5)),
    1e-9,
  );
}
