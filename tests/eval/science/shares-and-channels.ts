import { differences } from '../../../apps/api/src/kernel/near.ts';
import { proportion } from '../../../apps/api/src/kernel/statistics/proportion.ts';
import { relativeImportance } from '../../../apps/api/src/kernel/statistics/relative-importance.ts';
import { shareDifference, splitTest } from '../../../apps/api/src/modules/content/domain/experiment.ts';
import { attribution, type Path } from '../../../apps/api/src/modules/marketing/domain/attribution.ts';
import { driversOf } from '../../../apps/api/src/modules/voice/domain/drivers.ts';
import type { Checks } from './checks.ts';
import type { DataFolder } from './data-folder.ts';

/** Published shares: no data needed. */
export function publishedShares(check: Checks): void {
  const newcombe: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [k, n, lo, hi] of newcombe) {
    const found = proportion(k, n);
    check.near(`Wilson, ${k} of ${n} (Newcombe 1998; R prop.test)`, [lo, hi], [found.lo, found.hi], 1e-4);
  }
  const mens = shareDifference({ k: 2262, n: 21306 }, { k: 3894, n: 21307 });
  check.near(
    'Hillstrom: visits with the men’s e-mail and with none, difference and interval',
    [0.0766, 0.07, 0.0832],
    [mens!.diff, mens!.lo, mens!.hi],
    5e-5,
    'from the published counts',
  );
  check.near(
    'Hillstrom: was the traffic split as planned, p',
    0.9036929575604196,
    splitTest([21307, 21387, 21306], [1, 1, 1])?.p,
    1e-9,
    'from the published counts',
  );
  const X = [
    [5, 3, 4],
    [5, 4, 5],
    [2, 3, 1],
    [4, 3, 3],
    [4, 4, 3],
    [1, 2, 2],
    [5, 5, 4],
    [3, 2, 4],
    [4, 4, 5],
    [1, 3, 1],
    [3, 4, 4],
    [3, 2, 2],
  ];
  const small = relativeImportance(X, [9, 10, 3, 7, 8, 2, 10, 6, 9, 1, 8, 5]);
  check.near(
    'LMG of twelve answers: three drivers and R² (R lm)',
    [0.447783125808, 0.1742811109, 0.359632247963, 0.98169648467],
    [...small!.lmg, small!.r2],
    1e-9,
  );
}

export async function hospitals(data: DataFolder, check: Checks): Promise<void> {
  const names = [
    'H_COMP_1',
    'H_COMP_2',
    'H_COMP_3',
    'H_COMP_5',
    'H_COMP_6',
    'H_COMP_7',
    'H_CLEAN_HSP',
    'H_QUIET_HSP',
  ];
  const states = new Map<string, Record<string, number>>();
  for await (const row of data.rows('hcahps/state_results.csv')) {
    const key = `${row['Release Period']} ${row.State}`;
    const known = states.get(key) ?? {};
    known[row['Measure ID']!] = Number(row['Top-box Percentage'] || Number.NaN);
    states.set(key, known);
  }
  const answers = [...states.values()].map((one) => ({ outcome: one.H_RECMND ?? null, drivers: one }));
  const found = driversOf(answers, names, { rounds: 20 });
  if (!found.ok) throw new Error(found.refusal.code);
  const share = (name: string) => found.value.drivers.find((one) => one.name === name)!.share;
  check.near('HCAHPS: n, R² (R lm)', [458, 0.8279960966696922], [found.value.n, found.value.r2], 1e-9);
  check.near(
    'HCAHPS: share of R² of each driver (R lm)',
    [
      0.13461500287, 0.098555797229, 0.116171696378, 0.104217298134, 0.105447014639, 0.229216178828,
      0.172330525385, 0.039446486535,
    ],
    names.map(share),
    1e-9,
  );
  check.equal(
    'HCAHPS: first three drivers',
    ['H_COMP_7', 'H_CLEAN_HSP', 'H_COMP_1'],
    found.value.drivers.slice(0, 3).map(({ name }) => name),
  );
}

export async function channels(data: DataFolder, check: Checks): Promise<void> {
  const paths: Path[] = (await data.all('channel-attribution/PathData.csv.gz')).map((row) => ({
    path: row.path!.split(' > '),
    conv: Number(row.total_conversions),
    null: Number(row.total_null),
  }));
  const found = attribution(paths);
  check.equal(
    'PathData: paths, conversions, people who did not',
    [10000, 19785, 68602],
    [paths.length, found.conversions, found.n - found.conversions],
  );
  const three = (channel: string) => [found.first![channel]!, found.last![channel]!, found.linear![channel]!];
  check.near(
    'PathData, alpha: first, last, linear (ChannelAttribution)',
    [6308, 8447, 7574.71859375117],
    three('alpha'),
    1e-8,
  );
  check.near(
    'PathData, eta: first, last, linear (ChannelAttribution)',
    [3164, 4167, 3539.95115710057],
    three('eta'),
    1e-8,
  );
  const { removal, pConv, credit } = found.markov!;
  check.near('PathData: P(conversion), exact', 19785 / 88387, pConv, 1e-9);
  const simulated: Record<string, number> = {
    eta: 0.349169654651821,
    iota: 0.408728061898471,
    alpha: 0.560662389130025,
    beta: 0.265134931119079,
    theta: 0.208463861105869,
    lambda: 0.132883562936403,
    kappa: 0.0281185129269674,
    zeta: 0.0397905265144367,
    epsilon: 0.0632949613134554,
    gamma: 0.017267408945084,
  };
  check.near(
    'PathData: removal effects of ten channels (ChannelAttribution, simulated)',
    Object.values(simulated),
    Object.keys(simulated).map((channel) => removal[channel]),
    0.003,
  );
  check.near(
    'PathData: removal effects of delta and mi, log₁₀ of the ratio (simulated)',
    [0, 0],
    [removal.delta! / 0.000358558218531798, removal.mi! / 0.000292508020381204].map(Math.log10),
    1,
    'rare channels: by order of magnitude',
  );
  check.near(
    'PathData: removal effects of alpha, iota, eta, beta, exact',
    [0.5583994895, 0.4058350045, 0.3490263319, 0.2640385357],
    ['alpha', 'iota', 'eta', 'beta'].map((channel) => removal[channel]),
    1e-9,
  );
  const totals = [found.first, found.last, found.linear, found.position, found.shapley, credit].map((one) =>
    Object.values(one!).reduce((sum, value) => sum + value, 0),
  );
  check.near(
    'PathData: every model hands out all conversions',
    totals.map(() => 19785),
    totals,
    1e-6,
  );
  const shapley = {
    alpha: 7627.9440476191085,
    iota: 3505.044047619106,
    eta: 3613.65595238099,
    beta: 1982.7392857142654,
  };
  check.equal('PathData: Shapley of four channels', [], differences(found.shapley, shapley, 1e-9));
}
