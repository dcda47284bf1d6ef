import { logRank } from '../../../apps/api/src/kernel/statistics/log-rank.ts';
import { restrictedMean, survival, survivalAt } from '../../../apps/api/src/kernel/statistics/survival.ts';
import { stageTransitions } from '../../../apps/api/src/modules/journey/domain/transitions.ts';
import type { Checks } from './checks.ts';
import type { DataFolder } from './data-folder.ts';

export async function smallSets(data: DataFolder, check: Checks): Promise<void> {
  const gehan = data
    .text('survival-reference/gehan.dat')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([group, time, event]) => ({ group: group!, time: time!, ended: event === 1 }));
  const drug = gehan.filter(({ ended }) => !ended)[0]!.group;
  const curve = survival(gehan.filter(({ group }) => group === drug));
  check.near(
    'KM 6-MP: S at 6 7 10 13 16 22 23 (R survival)',
    [
      0.857142857143, 0.806722689076, 0.752941176471, 0.690196078431, 0.627450980392, 0.53781512605,
      0.448179271709,
    ],
    [6, 7, 10, 13, 16, 22, 23].map((t) => survivalAt(curve, t)),
    1e-9,
  );
  check.equal('KM 6-MP: median (R)', 23, curve.median);
  check.near('KM 6-MP: restricted mean to 35 (R)', 23.28739495798, restrictedMean(curve, 35), 1e-9);
  check.near('Log-rank 6-MP and placebo: χ² (R)', 16.7929409892, logRank(gehan).chi2, 1e-9);

  const waltons = (await data.all('survival-reference/waltons_dataset.csv')).map((row) => ({
    time: Number(row.T),
    ended: row.E === '1',
    group: row.group!,
  }));
  const flies = survival(waltons);
  check.equal(
    'KM waltons: n, events, median and its interval (R)',
    [163, 156, 56, 53, 58],
    [flies.n, flies.events, flies.median, flies.medianLo, flies.medianHi],
  );
  check.near('KM waltons: S(56) (R)', 0.4299026499659, survivalAt(flies, 56), 1e-9);
  check.near('Log-rank waltons: χ² (R)', 122.249125573, logRank(waltons).chi2, 1e-9);

  const lung = (await data.all('survival-reference/lung.csv')).map((row) => ({
    time: Number(row.time),
    ended: row.status === '1' || row.status === '2',
    dead: row.status,
    group: row.sex!,
  }));
  const high = lung.some(({ dead }) => dead === '2') ? '2' : '1';
  check.near(
    'Log-rank lung by sex: χ² (R)',
    10.3267419549,
    logRank(lung.map(({ time, dead, group }) => ({ time, group, ended: dead === high }))).chi2,
    1e-9,
  );

  const T = [5, 3, 9, 8, 7, 4, 4, 3, 2, 5, 6, 7];
  const E = [1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0];
  const three = logRank(T.map((time, i) => ({ time, ended: E[i] === 1, group: i < 4 ? 0 : i < 9 ? 1 : 2 })));
  check.near(
    'Log-rank of three groups: χ² and p (R; lifelines 1.0800, .5827)',
    [1.08004673149, 0.582734636186],
    [three.chi2!, three.p!],
    1e-9,
  );
}

export async function telco(data: DataFolder, check: Checks): Promise<void> {
  const customers = (await data.all('telco-churn/Telco-Customer-Churn.csv.gz')).map((row) => ({
    time: Number(row.tenure),
    ended: row.Churn === 'Yes',
    contract: row.Contract!,
    support: row.TechSupport!,
  }));
  const curve = survival(customers);
  check.equal(
    'Telco: customers, lost, median (R: more than half are still there)',
    [7043, 1869, null],
    [curve.n, curve.events, curve.median],
  );
  check.near(
    'Telco: S(12), S(24) (R)',
    [0.84319955, 0.7887364],
    [survivalAt(curve, 12)!, survivalAt(curve, 24)!],
    1e-8,
  );
  check.near(
    'Telco: log-rank by contract, χ² (R)',
    2352.87253826,
    logRank(customers.map((one) => ({ ...one, group: one.contract }))).chi2,
    1e-8,
  );
  check.near(
    'Telco: log-rank by technical support, χ² (R)',
    989.560146177,
    logRank(customers.map((one) => ({ ...one, group: one.support }))).chi2,
    1e-8,
  );
}

export async function loans(data: DataFolder, check: Checks): Promise<void> {
  const cases = new Map<string, { at: number; activity: string; step: string }[]>();
  let events = 0;
  for await (const row of data.rows('bpic2012-loan/bpic2012.csv.gz')) {
    events += 1;
    const activity = row['concept:name']!;
    const known = cases.get(row.case_id!) ?? [];
    known.push({
      at: Date.parse(row['time:timestamp']!),
      activity,
      step: `${activity}+${row['lifecycle:transition']}`,
    });
    cases.set(row.case_id!, known);
  }
  const all = [...cases.values()];
  const distinct = (what: (one: (typeof all)[number][number]) => string) =>
    new Set(all.flatMap((one) => one.map(what))).size;
  const variants = new Set(all.map((one) => one.map(({ step }) => step).join('\n'))).size;
  check.equal(
    'BPI 2012: cases, events, activities, with lifecycle, variants (win.tue.nl)',
    [13087, 262200, 24, 36, 4366],
    [all.length, events, distinct(({ activity }) => activity), distinct(({ step }) => step), variants],
  );
  const funnel = ['A_SUBMITTED', 'A_PREACCEPTED', 'A_ACCEPTED', 'O_SENT', 'O_SENT_BACK', 'A_ACTIVATED'];
  const reached = funnel.map(
    (activity) => all.filter((one) => one.some((event) => event.activity === activity)).length,
  );
  check.equal(
    'BPI 2012: funnel from application to activation',
    [13087, 7367, 5113, 5015, 3254, 2246],
    reached,
  );
  const stays = all.map((one) => {
    const start = one[0]!.at;
    const activated = one.find(({ activity }) => activity === 'A_ACTIVATED');
    return { time: ((activated?.at ?? one.at(-1)!.at) - start) / 86_400_000, ended: activated !== undefined };
  });
  const curve = survival(stays);
  check.near(
    'BPI 2012: days to activation, those still waiting counted: S(7), S(14), S(30), median, restricted mean to 30',
    [0.9791283798, 0.7787012312, 0.5066086238, 30.7898305208, 22.9689958102],
    [
      survivalAt(curve, 7)!,
      survivalAt(curve, 14)!,
      survivalAt(curve, 30)!,
      curve.median!,
      restrictedMean(curve, 30)!,
    ],
    1e-8,
  );
  const steps = stageTransitions(
    all.map((one) => one.filter(({ activity }) => funnel.includes(activity)).map(({ activity }) => activity)),
    funnel,
  );
  check.equal('BPI 2012: applications entered, as transitions count them', 13087, steps.A_SUBMITTED!.entered);
}
