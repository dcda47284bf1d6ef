import { meanOf } from '../../../apps/api/src/kernel/statistics/summary.ts';
import { type CaseEvent, frictionOf } from '../../../apps/api/src/modules/experience/domain/friction.ts';

/** One step of a case, as a log tells it. */
export interface LoggedStep {
  activity: string;
  owner: string;
  at: number;
  customer: string;
}

/** The counts of a log of cases, and what stood in the way in them. */
export function caseFigures(cases: readonly (readonly LoggedStep[])[]) {
  const variants = new Map<string, number>();
  for (const steps of cases) {
    const way = steps.map(({ activity }) => activity).join(' > ');
    variants.set(way, (variants.get(way) ?? 0) + 1);
  }
  const counts = cases.map((steps) => {
    const began = steps[0]!.at;
    const lived = steps.map(
      ({ activity, owner, at }, i): CaseEvent => ({
        id: String(i).padStart(3, '0'),
        t: (at - began) / 60_000,
        activity,
        owner,
        kind: 'state',
        actor: 'agent',
      }),
    );
    return frictionOf(lived, Number.MAX_SAFE_INTEGER).counts;
  });
  const sum = (of: (one: (typeof counts)[number]) => number) => counts.reduce((all, one) => all + of(one), 0);
  const casesOf = new Map<string, number>();
  for (const [first] of cases) casesOf.set(first!.customer, (casesOf.get(first!.customer) ?? 0) + 1);
  return {
    cases: cases.length,
    events: cases.reduce((all, { length }) => all + length, 0),
    activities: new Set(cases.flatMap((steps) => steps.map(({ activity }) => activity))).size,
    variants: variants.size,
    longest: Math.max(...cases.map(({ length }) => length)),
    commonest: Math.max(...variants.values()),
    meanDays: meanOf(cases.map((steps) => (steps.at(-1)!.at - steps[0]!.at) / 86_400_000)),
    firstCustomers: casesOf.size,
    cameAgain: [...casesOf.values()].filter((n) => n > 1).length,
    withTwoCustomers: cases.filter((steps) => new Set(steps.map(({ customer }) => customer)).size > 1).length,
    loops: sum(({ loop }) => loop),
    handoffs: sum(({ handoff }) => handoff),
    pingpongs: sum(({ pingpong }) => pingpong),
    casesWithPingpong: counts.filter(({ pingpong }) => pingpong > 0).length,
  };
}
