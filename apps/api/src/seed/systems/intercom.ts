import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { toSecond } from '../calendar.ts';
import { CsvFile } from '../files/csv-file.ts';
import type { Chat } from '../life/happening.ts';
import { COUNTRIES, type Person } from '../people/person.ts';
import { localeOf, sight } from '../people/sight.ts';
import { INTERCOM_COLUMNS as COLUMNS } from './intercom-columns.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

const BOT_ID = 4_070_099;
const contactId = (person: Person): string =>
  createHash('md5').update(`contact ${person.number}`).digest('hex').slice(0, 24);

/** Intercom, the chat on the web site: contacts, conversations and their parts. */
export async function openIntercom({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const open = async <Kind extends keyof typeof COLUMNS>(kind: Kind, happened: boolean) => {
    const path = join(folder, `intercom-${kind.replace('_', '-')}.csv`);
    const csv = await CsvFile.create<(typeof COLUMNS)[Kind][number]>(path, COLUMNS[kind]);
    return { path, source: 'intercom', kind, csv, file: csv.file, happened } as const;
  };
  const contacts = await open('contacts', false);
  const conversations = await open('conversations', true);
  const parts = await open('conversation_parts', true);
  const synced = `${toSecond(world.today)}.000`;
  let conversationNumber = 156_643_300_000_000;
  let partNumber = 6_800_000_000;

  const addChat = async (chat: Chat, person: Person): Promise<void> => {
    const id = ++conversationNumber;
    const [opening, ...rest] = chat.said;
    const last = chat.said[chat.said.length - 1]!;
    const agent = chat.said.map(({ by }) => by).find((by) => typeof by === 'object');
    const updated = toSecond(last.at);
    const history = {
      updated_at: updated,
      _fivetran_synced: synced,
      _fivetran_start: updated,
      _fivetran_end: '9999-12-31 23:59:59',
      _fivetran_active: true,
    };
    await conversations.csv.add({
      ...history,
      id,
      assignee_id: agent?.intercomId,
      assignee_type: agent ? 'admin' : 'nobody_admin',
      conversation_rating_created_at: chat.rating ? updated : '',
      conversation_rating_remark: chat.remark,
      conversation_rating_value: chat.rating,
      created_at: toSecond(chat.at),
      first_contact_reply_created_at: toSecond(chat.at),
      first_contact_reply_type: 'conversation',
      priority: 'not_priority',
      read: true,
      source_author_id: contactId(person),
      source_author_type: 'user',
      source_delivered_as: 'customer_initiated',
      source_id: id + 400_000_000,
      source_type: 'conversation',
      state: chat.state,
      waiting_since: chat.state === 'open' && last.by === 'customer' ? updated : '',
      source_body: opening!.text,
      source_url: 'https://www.casamarea.example/chat',
    });
    for (const { at, by, text, internal } of rest)
      await parts.csv.add({
        ...history,
        id: ++partNumber,
        updated_at: toSecond(at),
        author_id: by === 'customer' ? contactId(person) : by === 'bot' ? BOT_ID : by.intercomId,
        author_type: by === 'customer' ? 'user' : by === 'bot' ? 'bot' : 'admin',
        conversation_id: id,
        conversation_updated_at: updated,
        created_at: toSecond(at),
        notified_at: toSecond(at),
        part_type: internal ? 'note' : 'comment',
        body: text,
      });
  };

  return {
    files: [contacts, conversations, parts],
    async meet({ person, company, happenings }) {
      if (!person.systems.includes('intercom')) return;
      const seen = sight(world.seed, person, 'intercom', world.today);
      const chats = ofKind(happenings, 'chat');
      const lastSeen = toSecond(Math.max(seen.since, ...chats.map(({ said }) => said[said.length - 1]!.at)));
      await contacts.csv.add({
        id: contactId(person),
        updated_at: lastSeen,
        _fivetran_active: true,
        _fivetran_synced: synced,
        browser_language: localeOf(person),
        created_at: toSecond(Math.min(seen.since, ...chats.map(({ at }) => at))),
        custom_organisation_name: company?.name,
        has_hard_bounced: false,
        last_seen_at: lastSeen,
        location_city: person.city,
        location_country: COUNTRIES[person.language],
        marked_email_as_spam: false,
        phone: seen.phone,
        role: seen.email ? 'user' : 'lead',
        unsubscribed_from_emails: false,
        workspace_id: 'otyeqd9q',
        custom_job_title: person.jobTitle,
        email: seen.email,
        name: `${seen.first} ${seen.last}`.trim(),
        _fivetran_start: lastSeen,
        _fivetran_end: '9999-12-31 23:59:59',
      });
      await truth.tell('intercom', 'contact', contactId(person), person);
      for (const chat of chats) await addChat(chat, person);
    },
  };
}
