import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/modules.ts';
import { importFiles, stopWork } from '../../apps/api/src/modules/intake/index.ts';
import { askGraph, type ServedApp, serveApp } from '../support/serve-app.ts';
import { enterDemo } from '../support/sign-in.ts';

const others = 1_200;
const takers = ['SALES_LEAD', 'MARKETER', 'SUPPORT_LEAD', 'PRIVACY_OFFICER', 'ADMIN'];
const refused = ['SALES_REP', 'SUPPORT_AGENT'];

let app: ServedApp;
let folder: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'ancora-list-export-'));
  const path = join(folder, 'people.csv');
  writeFileSync(
    path,
    [
      'Customer ID;Full name;E-mail;Phone;Company;Country;Tags',
      `a;Ada Lovelace;ada@firm.example, ada@home.example;+39 02 1234 5678;"Ovens, ""Sons""";IT;vip|fair`,
      `b;=cmd|'/C calc'!A0;eve@firm.example;;@SUM(1);IT;`,
      `c;Öz Gür;oz@firm.example;+90 532 123 45 67;;TR;vip`,
      ...Array.from({ length: others }, (_, n) => `n${n};Person ${n};person${n}@many.example;;;RO;`),
    ].join('\n'),
  );
  const report = await importFiles(app.database, modules, { paths: [path], kind: 'csv-people' });
  expect(report.totals).toMatchObject({ created: others + 3, rejected: 0 });
  await app.database.query(
    `UPDATE customer_summary SET open_deals = 2, open_deal_value = 4321.5, currency = 'EUR' WHERE display_name = 'Ada Lovelace'`,
  );
  for (const role of [...takers, ...refused]) cookies[role] = await enterDemo(app.address, role);
});
afterAll(async () => {
  await stopWork(app.database);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const mutation = `mutation ($input: ExportCustomers!) { exportCustomers(input: $input) {
  ... on CustomersFile { path until } ... on Refusal { code field } } }`;

/** Asks for a list as somebody of a role. */
async function ask(role: string, input: object) {
  const { text } = await askGraph(app.address, mutation, {
    cookie: cookies[role]!,
    variables: { input },
  });
  const { data, errors } = JSON.parse(text) as {
    data?: { exportCustomers?: { path?: string; code?: string; field?: string } };
    errors?: { extensions: { code: string; field?: string } }[];
  };
  return { file: data?.exportCustomers, errors };
}
const fetchAs = (role: string | null, path: string) =>
  fetch(`${app.address}${path}`, role ? { headers: { cookie: cookies[role]! } } : {});

/** The file of a list as somebody of a role gets it, cut into its cells. */
async function take(role: string, input: object) {
  const { file } = await ask(role, input);
  const answer = await fetchAs(role, file!.path!);
  const text = Buffer.from(await answer.arrayBuffer()).toString();
  const rows = parse(text, { bom: true, columns: true, delimiter: [',', ';'] }) as Record<string, string>[];
  return { answer, text, rows, columns: Object.keys(rows[0] ?? {}) };
}
const lastAct = async () => {
  const [row] = await app.database.query<{
    action: string;
    actor_name: string;
    details: Record<string, unknown>;
  }>('SELECT action, actor_name, details FROM audit_entry ORDER BY id DESC LIMIT 1');
  return row!;
};

describe('A list of customers that leaves as a file', () => {
  it('has every customer once, in the order of the list, however many there are', async () => {
    const { rows, text, answer } = await take('MARKETER', { sort: 'NAME_ASC' });
    expect(rows).toHaveLength(others + 3);
    expect(new Set(rows.map((row) => row['Customer ID'])).size).toBe(others + 3);
    const listed = await askGraph(
      app.address,
      '{ customers(sort: NAME_ASC, first: 50) { edges { node { displayName } } } }',
      { cookie: cookies.MARKETER! },
    );
    const shown = (
      JSON.parse(listed.text) as {
        data: { customers: { edges: { node: { displayName: string } }[] } };
      }
    ).data.customers.edges.map(({ node }) => node.displayName);
    expect(rows.slice(0, 50).map((row) => row['Full name']!.replace(/^'/, ''))).toEqual(shown);
    expect(text.startsWith('\ufeffCustomer ID,Full name,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="customers-\d{4}-\d\d-\d\d\.csv"$/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('says of a customer what the list says, and no cell of it begins like a formula', async () => {
    const { rows } = await take('MARKETER', { filter: { countries: ['IT'] }, sort: 'NAME_DESC' });
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row['Full name'] === 'Ada Lovelace')).toMatchObject({
      'E-mail': 'ada@firm.example; ada@home.example',
      Phone: '+39 02 1234 5678',
      Company: 'Ovens, "Sons"',
      Country: 'IT',
      Tags: expect.stringContaining('; '),
      'Open deals': '2',
      'Value of open deals': '4321.50',
      Currency: 'EUR',
      'E-mail consent': 'unknown',
      'Known since': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    const formula = rows.find((row) => row['Full name'] !== 'Ada Lovelace')!;
    expect(formula['Full name']).toBe(`'=cmd|'/C calc'!A0`);
    expect(formula.Company).toBe(`'@SUM(1)`);
  });

  it('is written for the spreadsheets of who reads Italian', async () => {
    const { text } = await take('ADMIN', { filter: { text: 'Lovelace' }, language: 'it' });
    expect(text).toContain('ID cliente;Nome completo;Nome;Cognome;E-mail;Telefono;');
    expect(text).toContain(';"4321,50";EUR;');
  });

  it.each(takers)('has for a %s no column that they may not see in the list', async (role) => {
    const { columns } = await take(role, { filter: { text: 'Lovelace' } });
    const seesValue = role !== 'SUPPORT_LEAD';
    expect(columns).toHaveLength(seesValue ? 22 : 20);
    expect(columns.includes('Value of open deals')).toBe(seesValue);
    expect(columns.includes('Currency')).toBe(seesValue);
    const { text } = await askGraph(
      app.address,
      '{ customers(first: 1) { edges { node { summary { openDealValue { amount } } } } } }',
      { cookie: cookies[role]! },
    );
    expect(text.includes('FORBIDDEN')).toBe(!seesValue);
  });

  it('is not asked for by what its reader may not see', async () => {
    expect(
      (await ask('SUPPORT_LEAD', { filter: { openDealValueAtLeast: 1 } })).errors?.[0]?.extensions,
    ).toEqual({ code: 'FORBIDDEN', field: 'CustomerFilter.openDealValueAtLeast' });
    expect((await ask('SUPPORT_LEAD', { sort: 'OPEN_DEAL_VALUE_DESC' })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it.each(refused)('is refused to a %s, who asks for it and who has its address', async (role) => {
    expect((await ask(role, {})).errors?.[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      field: 'Mutation.exportCustomers',
    });
    const { file } = await ask('ADMIN', {});
    expect((await fetchAs(role, file!.path!)).status).toBe(403);
  });

  it('is given to who asked for it and to nobody else', async () => {
    const { file } = await ask('ADMIN', {});
    expect((await fetchAs(null, file!.path!)).status).toBe(401);
    expect((await fetchAs('MARKETER', file!.path!)).status).toBe(404);
    expect((await fetchAs('ADMIN', '/exports/nothing/customers.csv')).status).toBe(404);
    await app.database.query(`UPDATE list_export SET asked_at = asked_at - interval '11 minutes'`);
    expect((await fetchAs('ADMIN', file!.path!)).status).toBe(404);
    await ask('ADMIN', {});
    const [kept] = await app.database.query('SELECT count(*)::int AS lists FROM list_export');
    expect(kept).toEqual({ lists: 1 });
  });

  it('has those who were chosen, or all but those who were left out', async () => {
    const all = (await take('ADMIN', { filter: { tags: ['vip'] } })).rows.map((row) => row['Customer ID']!);
    expect(all).toHaveLength(2);
    const idsOf = async (input: object) => (await take('ADMIN', input)).rows.map((row) => row['Customer ID']);
    expect(await idsOf({ chosen: [all[0]] })).toEqual([all[0]]);
    expect(await idsOf({ filter: { tags: ['vip'] }, leftOut: [all[0]] })).toEqual([all[1]]);
    // Somebody who was chosen and does not match any more is not in the list either.
    expect(await idsOf({ filter: { countries: ['TR', 'RO'] }, chosen: all })).toHaveLength(1);
  });

  it.each([
    [{ chosen: ['x'] }, { code: 'BAD_ID', field: 'chosen' }],
    [{ filter: { companyId: 'x' } }, { code: 'BAD_ID', field: 'companyId' }],
    [{ language: 'de' }, { code: 'BAD_LANGUAGE', field: 'language' }],
    [
      { leftOut: Array(5_001).fill('00000000-0000-7000-8000-000000000001') },
      { code: 'TOO_LONG', field: 'leftOut' },
    ],
  ])('is refused with the field that is wrong', async (input, refusal) => {
    expect((await ask('ADMIN', input)).file).toEqual(refusal);
  });

  it('leaves a line in the trail before it leaves: how many, by which filters and columns, not what was searched for', async () => {
    await take('SUPPORT_LEAD', { filter: { text: 'Lovelace', hasOpenDeals: true } });
    const { action, details, actor_name } = await lastAct();
    expect(action).toBe('export-customers');
    expect(actor_name).not.toBe('');
    expect(details).toMatchObject({ rows: 1, filter: ['text', 'hasOpenDeals'] });
    expect(details.columns).not.toContain('openDealValue');
    expect(JSON.stringify(details)).not.toContain('Lovelace');
  });

  it.each(['en', 'it', 'fr', 'ro'])('comes in again as the same people, named in %s', async (language) => {
    const { text } = await take('ADMIN', { filter: { countries: ['IT', 'TR'] }, language });
    const path = join(folder, `again-${language}.csv`);
    writeFileSync(path, text);
    const report = await importFiles(app.database, modules, {
      paths: [path],
      source: `again-${language}`,
      dryRun: true,
    });
    expect(report.files[0]).toMatchObject({ format: 'csv-people' });
    expect(report.totals).toMatchObject({ rows: 3, linked: 3, created: 0, rejected: 0 });
  });
});
