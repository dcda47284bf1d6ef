import { describe, expect, it } from 'vitest';
import { readRow, signalsOfRow } from '../../../../../../../tests/support/read-row.ts';
import { orderBody } from '../read-order-signal.ts';
import { csvOrders } from './csv-orders.ts';
import { hubspotDeals } from './hubspot-deals.ts';
import { hubspotPipelineStages } from './hubspot-pipeline-stages.ts';
import { salesforceOpportunities } from './salesforce-opportunities.ts';

const order = {
  'Order ID': 'A-1',
  Email: 'ada@example.com',
  'Ordered at': '2026-03-01 10:00',
  Product: 'Vacuum cleaner',
  SKU: 'VAC-9',
  Quantity: '2',
  'Unit price': '99.50',
  Currency: 'eur',
  Status: 'Shipped',
};

describe('orders of a shop', () => {
  it('are one line a row, joined by the id of the order', () => {
    const [signal] = signalsOfRow(csvOrders, order);
    expect(signal).toMatchObject({
      kind: 'order',
      subjectKey: 'order:A-1',
      at: '2026-03-01T10:00:00.000Z',
      person: { emails: ['ada@example.com'] },
      body: {
        status: 'fulfilled',
        currency: 'EUR',
        linesAre: 'some',
        lines: [{ key: 'VAC-9', productName: 'Vacuum cleaner', quantity: 2, unitPrice: 99.5 }],
      },
    });
    expect(orderBody.safeParse(signal?.body).success).toBe(true);
  });

  it('say of a returned line how much came back, and leave to all lines whether the order did', () => {
    const [signal] = signalsOfRow(csvOrders, { ...order, Status: 'returned' });
    expect(signal?.body).toMatchObject({ lines: [{ returnedQuantity: 2 }] });
    expect(signal?.body).not.toHaveProperty('status');
  });

  it.each([
    [{ 'Order ID': '' }, 'missing-id', 'Order ID'],
    [{ Email: '' }, 'no-person', 'Email'],
    [{ 'Ordered at': '' }, 'missing-date', 'Ordered at'],
    [{ 'Ordered at': '2026-02-30' }, 'bad-date', 'Ordered at'],
    [{ Quantity: 'two' }, 'bad-number', 'Quantity'],
    [{ Quantity: '-1' }, 'bad-number', 'Quantity'],
    [{ 'Unit price': '1e15' }, 'bad-number', 'Unit price'],
    [{ Currency: 'euros' }, 'bad-currency', 'Currency'],
    [{ Status: 'lost in the post' }, 'bad-status', 'Status'],
    [{ Product: '', SKU: '' }, 'missing-product', 'Product'],
  ])('with %j are refused: %s', (wrong, code, column) => {
    expect(readRow(csvOrders, { ...order, ...wrong })).toMatchObject({ refusal: { code, column } });
  });
});

describe('deals of other systems', () => {
  it('HubSpot’s have a main contact and others, and companies by id or by name', () => {
    const [deal] = signalsOfRow(
      hubspotDeals,
      {
        'Record ID': '7',
        'Deal Name': 'Renewal',
        Amount: '1.234,50 €',
        'Associated Contact IDs': '1;2; 1',
        'Associated Company IDs': 'Acme Corp',
      },
      { decimal: ',' },
    );
    expect(deal).toMatchObject({
      person: { key: 'contact:1' },
      others: [{ key: 'contact:2' }],
      companies: [{ name: 'Acme Corp' }],
      body: { name: 'Renewal', amount: 1234.5 },
    });
  });

  it.each([
    ['true', 'true', 'won'],
    ['true', 'false', 'lost'],
    ['false', 'false', 'open'],
  ])('Salesforce’s closed %s and won %s is %s', (IsClosed, IsWon, outcome) => {
    const cells = { Id: '006x0000001YtCr', Name: 'x', StageName: 's', IsClosed, IsWon, Probability: '1000' };
    const [deal] = signalsOfRow(salesforceOpportunities, cells);
    expect(deal).toMatchObject({ subjectKey: 'opportunity:006x0000001YtCrAAK', body: { outcome } });
    expect(deal?.body).not.toHaveProperty('probability');
  });

  it('a stage that is closed and not won is lost', () => {
    const stage = { stage_id: 's', pipeline_id: 'p', label: 'Lost', is_closed: 'TRUE', closed_won: 'FALSE' };
    expect(signalsOfRow(hubspotPipelineStages, stage)[0]?.body).toMatchObject({
      stages: [{ key: 's', outcome: 'lost' }],
    });
  });
});
