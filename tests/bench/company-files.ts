import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * How many rows of the demo company (2,000 people, `npx ancora demo`) are about people and how many about what happened to them:
 * by these a whole company's import is weighed.
 */
export const rowsOfDemo = { people: 3_825, events: 25_342 };

/** What happens to each ten people, about as in the demo: per ticket four messages, two order lines and two touches. */
const perTen = { tickets: 8, messages: 32, orders: 15, touches: 20 };
export const eventsPerPerson = (perTen.tickets + perTen.messages + perTen.orders + perTen.touches) / 10;

const mailOf = (n: number) => `person.${n}@known${n % 97}.example`;
const nameOf = (n: number) =>
  `${['Ana', 'Bogdan', 'Chiara', 'Denis', 'Elena'][n % 5]} Known${(n % 7_919).toString(36)}`;
const memberOf = (n: number) => createHash('md5').update(mailOf(n)).digest('hex');
const day = (n: number, place: number) =>
  new Date(
    Date.UTC(2025, 0, 1) + ((n * 37 + place * 11) % 601) * 86_400_000 + ((n + place * 7) % 80_000) * 1_000,
  ).toISOString();
const plain = (iso: string) => iso.slice(0, 19).replace('T', ' ');

/** Files of the help desk and of the mailing list that make `count` people known, numbered from `from`. */
export async function writeKnownPeople(folder: string, from: number, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, n) => from + n);
  const users = numbers.map((n) =>
    JSON.stringify({
      id: 900_100_000_000 + n,
      name: nameOf(n),
      email: mailOf(n),
      role: 'end-user',
      active: true,
      locale: 'en-GB',
      created_at: '2024-06-03T00:00:00Z',
      updated_at: '2024-06-03T00:00:00Z',
    }),
  );
  const members = numbers.map(
    (n) => `${mailOf(n)},${nameOf(n).replace(' ', ',')},2024-08-16 19:12:00,2024-08-16 19:13:30,${n}`,
  );
  const paths = [join(folder, `users-${from}.json`), join(folder, `subscribed-${from}.csv`)];
  await writeFile(paths[0]!, `{"users":[\n${users.join(',\n')}\n]}`);
  await writeFile(
    paths[1]!,
    `Email Address,First Name,Last Name,OPTIN_TIME,CONFIRM_TIME,LEID\n${members.join('\n')}\n`,
  );
  return paths;
}

/** Files of what happened to these people: tickets and messages of the help desk, orders of the shop, touches of mailings. */
export async function writeEvents(
  folder: string,
  from: number,
  count: number,
): Promise<{ paths: string[]; rows: number }> {
  const tickets: string[] = [];
  const messages: string[] = [];
  const orders: string[] = [];
  const touches: string[] = [];
  for (let n = 0; n < Math.floor(count / 10) * perTen.tickets; n += 1) {
    const [id, person] = [from * 10 + n, from + (n % count)];
    const at = day(person, n);
    tickets.push(
      JSON.stringify({
        id,
        via: { channel: 'email', source: { from: { address: mailOf(person), name: nameOf(person) } } },
        created_at: at,
        updated_at: at,
        type: 'problem',
        subject: `Number ${n} does not start any more`,
        description:
          'Hello,\nit worked until yesterday, and I have changed nothing. What shall I do?\nThank you',
        priority: null,
        status: n % 3 ? 'closed' : 'open',
        requester_id: 900_100_000_000 + person,
        submitter_id: 900_100_000_000 + person,
        tags: ['cause_setup', 'en'],
        satisfaction_rating: { score: 'unoffered' },
      }),
    );
    for (let reply = 0; reply < perTen.messages / perTen.tickets; reply += 1)
      messages.push(
        JSON.stringify({
          id: 1_100_000_000_000 + id * 4 + reply,
          ticket_id: id,
          type: 'Comment',
          plain_body: `Hello, this is answer ${reply} about number ${n}: please hold the button for ten seconds and let it rest.`,
          public: true,
          author_id: 900_100_000_000 + (reply % 2 ? from + ((n + 1) % count) : person),
          created_at: day(person, n + reply),
        }),
      );
  }
  for (let n = 0; n < Math.floor(count / 10) * perTen.orders; n += 1) {
    const person = from + (n % count);
    orders.push(
      `CM-${from * 10 + n},${mailOf(person)},${plain(day(person, n))},Vento ${n % 40},SP-${n % 40},1,${20 + (n % 90)}.65,EUR,delivered`,
    );
  }
  for (let n = 0; n < Math.floor(count / 10) * perTen.touches; n += 1) {
    const person = from + (n % count);
    touches.push(
      `${n % 3 ? 'sent' : 'open'},ca5a${n % 41},${memberOf(person)},${plain(day(person, n))},,8e423a4179,`,
    );
  }
  const files: [name: string, lines: string[], header?: string][] = [
    [`tickets-${from}.ndjson`, tickets],
    [`comments-${from}.ndjson`, messages],
    [
      `orders-${from}.csv`,
      orders,
      'Order ID,Email,Ordered at,Product,SKU,Quantity,Unit price,Currency,Status',
    ],
    [`activity-${from}.csv`, touches, 'action,campaign_id,member_id,timestamp,ip,list_id,url'],
  ];
  const paths: string[] = [];
  for (const [name, lines, header] of files) {
    const path = join(folder, name);
    await writeFile(path, `${header ? `${header}\n` : ''}${lines.join('\n')}\n`);
    paths.push(path);
  }
  return { paths, rows: tickets.length + messages.length + orders.length + touches.length };
}
