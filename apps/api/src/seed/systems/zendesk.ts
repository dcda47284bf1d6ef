import { join } from 'node:path';
import { RowFile } from '../files/row-file.ts';
import { sight } from '../people/sight.ts';
import { STAFF } from '../staff.ts';
import { type Desk, type GrowingFile, ofKind, type SystemWriter } from './writer.ts';
import { agentRow, customerRow, organizationRow, userId } from './zendesk-people-rows.ts';
import { commentRow, ticketRow } from './zendesk-ticket-rows.ts';

/** Zendesk, where support works: users and organisations as API pages, tickets and comments one object a line. */
export async function openZendesk({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const page = async (kind: 'users' | 'organizations'): Promise<GrowingFile> => {
    const path = join(folder, `zendesk-${kind}.json`);
    const file = await RowFile.create(path, `{"${kind}":[\n`, ',\n');
    return {
      path,
      source: 'zendesk',
      kind,
      file,
      happened: false,
      below: (rows) => `\n],"next_page":null,"previous_page":null,"count":${rows}}\n`,
    };
  };
  const lines = async (kind: 'tickets' | 'comments'): Promise<GrowingFile> => {
    const path = join(folder, `zendesk-${kind}.ndjson`);
    return { path, source: 'zendesk', kind, file: await RowFile.create(path), happened: true };
  };
  const organizations = await page('organizations');
  const users = await page('users');
  const tickets = await lines('tickets');
  const comments = await lines('comments');
  const add = ({ file }: GrowingFile, row: object) => file.add(JSON.stringify(row));
  let ticketNumber = 1000;
  let commentNumber = 1_100_000_000_000;

  for (const colleague of STAFF)
    if (colleague.team === 'support') await add(users, agentRow(colleague, world.today));

  return {
    files: [organizations, users, tickets, comments],
    async meet(life) {
      const { person, happenings } = life;
      if (!person.systems.includes('zendesk')) return;
      const seen = sight(world.seed, person, 'zendesk', world.today);
      await add(users, customerRow(life, seen));
      await truth.tell('zendesk', 'user', userId(person), person);
      for (const ticket of ofKind(happenings, 'ticket')) {
        const id = ++ticketNumber;
        await add(tickets, ticketRow(world.seed, id, ticket, life, seen));
        for (const said of ticket.said) await add(comments, commentRow(++commentNumber, id, said, person));
      }
    },
    async know(company) {
      if (company.inZendesk) await add(organizations, organizationRow(company));
    },
  };
}
