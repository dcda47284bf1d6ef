import {
  expectedBasket,
  fitBaskets,
  lifetimeValue,
} from '../../../apps/api/src/modules/sales/domain/basket-value.ts';
import {
  type Purchase,
  summarisePurchases,
} from '../../../apps/api/src/modules/sales/domain/buyer-history.ts';
import {
  expectedOfAnybody,
  expectedPurchases,
  fitRepeatBuying,
  type RepeatBuyingParameters,
  repeatBuyingLnL,
  stillBuying,
} from '../../../apps/api/src/modules/sales/domain/repeat-buying.ts';
import { gateRepeatBuying } from '../../../apps/api/src/modules/sales/domain/repeat-buying-gate.ts';
import type { Checks } from './checks.ts';
import { type DataFolder, dayOf } from './data-folder.ts';

const published: RepeatBuyingParameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const list = ({ r, alpha, a, b }: RepeatBuyingParameters) => [r, alpha, a, b];

/** The published examples: no data needed. */
export function publishedExamples(check: Checks): void {
  check.near(
    'E[Y], customer 1, 39 weeks (Fader & Hardie; BTYD)',
    1.226028175,
    expectedPurchases({ x: 2, tx: 30.43, T: 38.86 }, 39, published),
    1e-6,
  );
  const documented = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425752 };
  check.near(
    'E[Y], customer 1516, 1 week (lifetimes)',
    0.710623,
    expectedPurchases({ x: 26, tx: 30.86, T: 31 }, 1, documented),
    2e-6,
  );
  check.near(
    'E[Y], x 10, tx 35, T 39, 2 weeks (BTYD)',
    0.3915692071,
    expectedPurchases({ x: 10, tx: 35, T: 39 }, 2, published),
    1e-9,
  );
  const fitted = { r: 0.2425981523, alpha: 4.413684163, a: 0.7929898737, b: 2.426166696 };
  check.near(
    'P(alive), customer 1516 (BTYD)',
    0.9689156497,
    stillBuying({ x: 26, tx: 30.86, T: 31 }, published),
    1e-9,
  );
  check.near(
    'E[X(t)] at six times (Hardie’s spreadsheet)',
    [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576],
    [0.1429, 1, 3, 31.8571, 32, 78].map((t) => expectedOfAnybody(t, fitted)),
    1e-3,
  );
}

export async function cdnow(data: DataFolder, check: Checks): Promise<void> {
  const summary = (await data.all('cdnow/cdnow_customers_summary_with_transactions.csv')).map((row) => ({
    x: Number(row.x),
    tx: Number(row.t_x),
    T: Number(row.T),
    mean: Number(row.zbar),
  }));
  const fit = fitRepeatBuying(summary)!;
  check.near('BG/NBD on CDNOW, against the paper', list(published), list(fit), 0.01);
  check.near(
    'BG/NBD on CDNOW, against lifetimes on the same file',
    [0.242593, 4.413532, 0.792886, 2.425752],
    list(fit),
    1e-4,
  );
  check.near('BG/NBD on CDNOW, ln L (paper −9582.4)', -9582.425561, fit.lnL, 1e-4);
  check.near(
    'ln L of CDNOW at the published parameters',
    -9582.426831182353,
    repeatBuyingLnL(summary, published),
    1e-6,
  );

  const baskets = fitBaskets(summary)!;
  check.near(
    'Gamma-Gamma on CDNOW, against the paper',
    [6.25, 3.74, 15.44],
    [baskets.p, baskets.q, baskets.v],
    0.02,
  );
  check.near(
    'Gamma-Gamma on CDNOW, against BTYD',
    [6.249349, 3.744256, 15.444307],
    [baskets.p, baskets.q, baskets.v],
    0.02,
  );
  const [one, two, , , , six] = summary;
  check.near(
    'E[M], customers 1, 2, 6 (lifetimes)',
    [24.658619, 18.911489, 71.462843],
    [one, two, six].map((buyer) => expectedBasket(buyer!, baskets)),
    0.02,
  );
  // The documented run counts 30 units of time to a month, though the unit of the file is a week: so do we, here.
  const worth = [0, 1, 2, 5].map((i) =>
    lifetimeValue(summary[i]!, expectedBasket(summary[i]!, baskets), fit, {
      periods: 12,
      length: 30,
      rate: 0.01,
    }),
  );
  const theirs = [140.096, 18.943, 38.181, 1003.868];
  check.near(
    'Lifetime value, 12 months at 1 %, customers 1, 2, 3, 6, as a ratio (lifetimes)',
    [1, 1, 1, 1],
    worth.map((value, i) => value! / theirs[i]!),
    0.005,
  );

  const purchases: Purchase[] = (await data.all('cdnow/cdnowElog.csv')).map((row) => ({
    buyer: row.masterid!,
    day: dayOf(row.date!),
    value: Number(row.sales),
  }));
  const until = dayOf('1997-09-30');
  const buyers = summarisePurchases(purchases, { until, heldOutUntil: until + 273, unit: 7 });
  const exact = fitRepeatBuying(buyers)!;
  check.near(
    'BG/NBD on CDNOW with exact dates (BTYD)',
    [0.2425982, 4.4136842, 0.7929899, 2.4261667],
    list(exact),
    1e-3,
    'the height is flat there: ln L agrees to nine digits',
  );
  check.near('… ln L (BTYD)', -9582.429207, exact.lnL, 1e-4);
  const gate = gateRepeatBuying(exact, buyers, 39);
  const atPublished = gateRepeatBuying({ ...exact, ...published }, buyers, 39);
  check.near(
    'CDNOW held out, at the published parameters: correlation of model and of frequency (BTYD)',
    [0.6256407019, 0.577229890842],
    [atPublished.correlation!, atPublished.frequencyAlone!],
    1e-9,
  );
  check.near(
    '… purchases expected and actual (BTYD)',
    [1653.941259, 1882],
    [atPublished.expected!, atPublished.actual],
    1e-6,
  );
  check.equal('The gate lets CDNOW pass', true, gate.passed);
}

export async function exampleTransactions(data: DataFolder, check: Checks): Promise<void> {
  const purchases = (await data.all('cdnow/example_transactions.csv')).map((row) => ({
    buyer: row.id!,
    day: dayOf(row.date!.slice(0, 10)),
  }));
  const buyers = summarisePurchases(purchases, { until: dayOf('2014-12-31') });
  const first = ['0', '1', '2', '3', '4']
    .map((id) => buyers.find(({ buyer }) => buyer === id)!)
    .map(({ x, tx, T }) => [x, tx, T]);
  check.equal(
    'example_transactions: first five buyers (lifetimes)',
    [
      [0, 0, 298],
      [0, 0, 224],
      [6, 142, 292],
      [0, 0, 147],
      [2, 9, 183],
    ],
    first,
  );
  const { r, alpha, a, b } = fitRepeatBuying(buyers)!;
  check.near(
    'example_transactions: fit a, alpha, b, r (lifetimes)',
    [1.85, 1.86, 3.18, 0.16],
    [a, alpha, b, r],
    0.01,
  );
}

export async function onlineRetail(data: DataFolder, check: Checks): Promise<void> {
  let lines = 0;
  const invoices = new Set<string>();
  const customers = new Set<string>();
  const orders = new Set<string>();
  const bought = new Set<string>();
  const cancellations = new Set<string>();
  const withOrders = new Map<string, Set<string>>();
  const withCancellation = new Set<string>();
  const purchases: Purchase[] = [];
  const cut = dayOf('2011-09-01');
  for await (const {
    InvoiceNo: invoice,
    InvoiceDate: date,
    CustomerID: customer,
    Quantity: quantity,
    UnitPrice: price,
  } of data.rows('online-retail/online_retail.csv.gz')) {
    lines += 1;
    invoices.add(invoice!);
    if (!customer) continue;
    customers.add(customer);
    if (invoice!.startsWith('C')) {
      cancellations.add(invoice!);
      withCancellation.add(customer);
      continue;
    }
    orders.add(invoice!);
    // What is given away is an order, not a purchase.
    if (Number(quantity) > 0 && Number(price) > 0 && !bought.has(invoice!)) {
      bought.add(invoice!);
      // They calibrate before the day of the cut and watch until it: what is bought on it is held out.
      const day = dayOf(date!.slice(0, 10));
      purchases.push({ buyer: customer, day: day >= cut ? day + 1 : day });
    }
    withOrders.set(customer, (withOrders.get(customer) ?? new Set()).add(invoice!));
  }
  check.equal(
    'Online Retail: lines, invoices, customers',
    [541909, 25900, 4372],
    [lines, invoices.size, customers.size],
  );
  check.equal(
    'Online Retail: buyers, orders, cancellations of known customers, customers with one, repeat buyers',
    [4339, 18536, 3654, 1589, 2845],
    [
      withOrders.size,
      orders.size,
      cancellations.size,
      withCancellation.size,
      [...withOrders.values()].filter(({ size }) => size > 1).length,
    ],
  );
  const until = cut;
  const buyers = summarisePurchases(purchases, { until, heldOutUntil: dayOf('2012-01-01'), unit: 7 });
  const fit = fitRepeatBuying(buyers)!;
  check.equal('Online Retail: buyers who calibrate (BTYD)', 3317, buyers.length);
  check.near(
    'BG/NBD on Online Retail: ln L (BTYD)',
    -21791.56571,
    fit.lnL,
    0.05,
    `ours r ${fit.r.toFixed(6)}, alpha ${fit.alpha.toFixed(6)}, a ${fit.a.toExponential(3)}, b ${fit.b.toFixed(1)}; the ridge of a and b is flat`,
  );
  const gate = gateRepeatBuying(fit, buyers, (dayOf('2011-12-09') - until) / 7);
  check.near(
    'Online Retail held out: correlation of model and of frequency (BTYD)',
    [0.8038492735, 0.8090860308],
    [gate.correlation!, gate.frequencyAlone!],
    1e-5,
  );
  check.near(
    'Online Retail held out: purchases expected and actual (BTYD)',
    [3574.096103, 4806],
    [gate.expected!, gate.actual],
    0.05,
  );
  check.equal(
    'The gate refuses Online Retail',
    { passed: false, reasons: ['nobody-ever-leaves', 'no-better-than-frequency'] },
    { passed: gate.passed, reasons: gate.reasons },
  );
}
