import type { SummaryPart } from '#modules/house';
import { addRows, listOf, type Tx, write } from '#platform/database';
import type { Customer, GoldenChoice, GoldenRecord } from '../domain/customer.ts';
import { keepGolden, keptBeside, sharedChoice } from '../domain/kept-golden.ts';
import { columnsOfParts, madeOfParts, partsJoined } from './summarise.ts';

/** A customer as identity chose it; `createdAt` in ISO 8601. */
export type CustomerToWrite = Omit<Customer, 'mergedInto' | 'createdAt' | 'golden'> & {
  createdAt: string;
  golden: GoldenRecord;
};

/** The same with the words that the search finds them by. */
export type CustomerToSummarise = CustomerToWrite & { words: string };

const columns = [
  ['id', 'uuid', 'id'],
  ['display_name', 'text', 'displayName'],
  ['given_name', 'text', 'givenName'],
  ['family_name', 'text', 'familyName'],
  ['name_suffix', 'text', 'nameSuffix'],
  ['email', 'text', 'email'],
  ['phone', 'text', 'phone'],
  ['job_title', 'text', 'jobTitle'],
  ['language', 'text', 'language'],
  ['time_zone', 'text', 'timeZone'],
  ['city', 'text', 'city'],
  ['country', 'text', 'country'],
  ['birth_date', 'text', 'birthDate'],
  ['website', 'text', 'website'],
  ['owner_name', 'text', 'ownerName'],
  ['lifecycle', 'text', 'lifecycle'],
  ['created_at', 'timestamptz', 'createdAt'],
  ['golden', 'jsonb', 'golden'],
  ['tags', 'text', 'tags'],
] as const;
const names = columns.map(([name]) => name);
const told = `(SELECT ${names.map((name) => (name === 'tags' ? 'tags::text[] AS tags' : name)).join(', ')}
  FROM unnest(${columns.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ')}) AS said(${names.join(', ')}))`;

const ofNewRows = columns.map(([name, type, property]) => ({
  name,
  type,
  property: property === 'golden' ? 'kept' : property,
  isArray: property === 'tags',
}));

const valuesOf = (customers: readonly CustomerToWrite[]): unknown[] =>
  columns.map(([, type, property]) =>
    listOf(
      type,
      customers.map((customer) =>
        property === 'tags'
          ? arrayLiteral(customer.tags)
          : property === 'golden'
            ? keepGolden(customer.golden)
            : customer[property],
      ),
    ),
  );

/** Writes new customers. */
export async function insertCustomers(tx: Tx, customers: readonly CustomerToWrite[]): Promise<void> {
  await addRows(
    tx,
    { name: 'customers-insert', table: 'customer', columns: ofNewRows },
    customers.map((customer) => ({ kept: keepGolden(customer.golden), ...customer })),
  );
}

const written = names.filter((name) => name !== 'id');
const updateSql = `UPDATE customer c SET ${written.map((name) => `${name} = told.${name}`).join(', ')} FROM ${told} told
      WHERE c.id = told.id
        AND (${written.map((name) => `c.${name}`).join(', ')}) IS DISTINCT FROM (${written.map((name) => `told.${name}`).join(', ')})`;

/** Writes what is now known of customers that exist; a row that would stay the same is not touched. */
export async function updateCustomers(tx: Tx, customers: readonly CustomerToWrite[]): Promise<void> {
  if (customers.length === 0) return;
  await write(tx, 'customers-update', updateSql, valuesOf(customers));
}

/** Writes who said last what is known of customers of whom all else is as it was. */
export function retellGolden(tx: Tx, customers: readonly Pick<CustomerToWrite, 'id' | 'golden'>[]): void {
  if (customers.length === 0) return;
  tx.later(
    'customers-retell',
    `UPDATE customer c SET golden = told.golden FROM unnest($1::uuid[], $2::jsonb[]) AS told(id, golden)
      WHERE c.id = told.id AND c.golden IS DISTINCT FROM told.golden`,
    [
      customers.map(({ id }) => id),
      listOf(
        'jsonb',
        customers.map(({ golden }) => keepGolden(golden)),
      ),
    ],
  );
}

/** Who said last the mailbox that is shown of a customer. */
export interface MailboxChoice {
  id: string;
  choice: GoldenChoice;
}

// As the name was chosen, or in its own words: what `keepGolden` makes of it.
const mailboxKept = `CASE WHEN c.golden->'${sharedChoice}' = told.choice THEN 'true'::jsonb ELSE told.choice END`;

/** Writes who said last the mailbox of customers of whom nothing else is known now. */
export function chooseMailboxes(tx: Tx, choices: readonly MailboxChoice[]): void {
  if (choices.length === 0) return;
  tx.later(
    'customers-choose-mailboxes',
    `UPDATE customer c SET golden = c.golden || jsonb_build_object('email', ${mailboxKept})
       FROM (SELECT unnest($1::uuid[]) AS id, unnest($2::jsonb[]) AS choice) told
      WHERE c.id = told.id AND c.golden->'email' IS DISTINCT FROM ${mailboxKept}`,
    [
      choices.map(({ id }) => id),
      listOf(
        'jsonb',
        choices.map(({ choice }) => keptBeside(choice, undefined)),
      ),
    ],
  );
}

// PostgreSQL's way of writing a list within a list.
const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

/** The main company of a customer among those that they have not left, joined as `main`. */
export const mainCompany = (customerId: string): string => `LEFT JOIN LATERAL (
         SELECT c.id, c.name
           FROM (SELECT a.company_id, a.is_main, a.observed_at FROM affiliation a WHERE a.customer_id = ${customerId} AND a.ended_on IS NULL OFFSET 0) a
          CROSS JOIN LATERAL (SELECT c.id, c.name FROM company c WHERE c.id = a.company_id OFFSET 0) c
          ORDER BY a.is_main DESC, a.observed_at DESC, c.id LIMIT 1
       ) main ON true`;

/** Columns of the summary that come from the golden record. */
export const golden = [
  'display_name',
  'sort_name',
  'email',
  'phone',
  'company_id',
  'company_name',
  'country',
  'language',
  'owner_name',
  'tags',
  'created_at',
] as const;

const writeSql = madeOfParts('customers-summaries', (parts) => {
  const subjects = columnsOfParts(parts);
  const columns: string[] = [...golden, ...subjects.map(([column]) => column)];
  return `WITH told AS MATERIALIZED (
       SELECT asked.id, display_name, fold(display_name) AS sort_name, email, phone, main.id AS company_id, main.name AS company_name,
              country, language, owner_name, tags::text[] AS tags, created_at, words${subjects.map(([column, value]) => `, ${value} AS ${column}`).join('')}
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::text[])
           AS asked(id, display_name, email, phone, country, language, owner_name, tags, created_at, words) ${mainCompany('asked.id')}
         ${partsJoined(parts)}
     ), worded AS (
       INSERT INTO customer_words AS w (customer_id, words, company)
       SELECT id, fold(words), coalesce(fold(company_name), '') FROM told
       ON CONFLICT (customer_id) DO UPDATE SET words = excluded.words, company = excluded.company
        WHERE (w.words, w.company) IS DISTINCT FROM (excluded.words, excluded.company)
     )
     INSERT INTO customer_summary AS s (customer_id, ${columns.join(', ')})
     SELECT id, ${columns.join(', ')} FROM told
     ON CONFLICT (customer_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     WHERE (${columns.map((column) => `s.${column}`).join(', ')})
       IS DISTINCT FROM (${columns.map((column) => `excluded.${column}`).join(', ')})`;
});

/**
 * Writes the columns of the summary that come from the golden record, and in the same statement those of subjects. `words` are
 * what the search finds a customer by; their main company is read beside it.
 */
export async function writeSummaries(
  tx: Tx,
  customers: readonly CustomerToSummarise[],
  parts: readonly SummaryPart[] = [],
): Promise<void> {
  if (customers.length === 0) return;
  const list = (type: string, value: (customer: CustomerToSummarise) => unknown) =>
    listOf(type, customers.map(value));
  const { name, text } = writeSql(parts);
  tx.later(name, text, [
    list('uuid', ({ id }) => id),
    list('text', ({ displayName }) => displayName),
    list('text', ({ email }) => email),
    list('text', ({ phone }) => phone),
    list('text', ({ country }) => country),
    list('text', ({ language }) => language),
    list('text', ({ ownerName }) => ownerName),
    list('text', ({ tags }) => arrayLiteral(tags)),
    list('timestamptz', ({ createdAt }) => createdAt),
    list('text', ({ words }) => words),
  ]);
}

/** Brings the main company of these customers' summaries up to date, and of everybody whose main company is one of `companyIds`. */
export async function refreshMainCompanies(
  tx: Tx,
  customerIds: readonly string[],
  companyIds: readonly string[] = [],
): Promise<void> {
  if (customerIds.length + companyIds.length === 0) return;
  tx.later(
    'customers-main-companies',
    `WITH changed AS MATERIALIZED (
       SELECT o.customer_id, main.id, main.name FROM customer_summary o ${mainCompany('o.customer_id')}
        WHERE (o.customer_id = ANY($1::uuid[]) OR o.company_id = ANY($2::uuid[]))
          AND (o.company_id, o.company_name) IS DISTINCT FROM (main.id, main.name)
     ), worded AS (
       UPDATE customer_words w SET company = coalesce(fold(c.name), '') FROM changed c WHERE w.customer_id = c.customer_id
     )
     UPDATE customer_summary s SET company_id = c.id, company_name = c.name FROM changed c WHERE s.customer_id = c.customer_id`,
    [customerIds, companyIds],
  );
}
