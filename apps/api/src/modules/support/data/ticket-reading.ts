import { column, type TypeReading } from '#platform/look-ahead';

/** `Customer.tickets` as a sub-select of its customer: the same as `ticketsByCustomer` and the limb say. */
export const ticketReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      tickets: {
        kind: 'list',
        typeName: 'Ticket',
        from: (customer, call) => {
          const t = call.alias('t');
          return {
            sql: `FROM (SELECT * FROM ticket o WHERE o.customer_id = ${customer}.id ORDER BY o.opened_at DESC, o.id DESC LIMIT ${call.size('first')}) ${t}`,
            alias: t,
          };
        },
      },
    },
  },
  {
    typeName: 'Ticket',
    fields: {
      id: { kind: 'value', sql: (t) => `${t}.id`, spelling: 'id' },
      number: { kind: 'value', sql: (t) => `${t}.number` },
      subject: { kind: 'value', sql: (t) => `${t}.subject` },
      description: { kind: 'value', sql: (t) => `${t}.description` },
      status: { kind: 'value', sql: (t) => `${t}.status`, spelling: 'enum' },
      priority: { kind: 'value', sql: (t) => `${t}.priority`, spelling: 'enum' },
      type: { kind: 'value', sql: (t) => `${t}.type` },
      channel: { kind: 'value', sql: (t) => `${t}.channel` },
      assigneeName: { kind: 'value', sql: (t) => `${t}.assignee_name` },
      teamName: { kind: 'value', sql: (t) => `${t}.team_name` },
      tags: { kind: 'value', sql: (t) => `${t}.tags` },
      satisfaction: { kind: 'value', sql: (t) => `${t}.satisfaction` },
      cause: { kind: 'value', sql: (t) => `${t}.cause`, spelling: 'enum' },
      openedAt: { kind: 'value', sql: (t) => `${t}.opened_at`, spelling: 'time' },
      solvedAt: { kind: 'value', sql: (t) => `${t}.solved_at`, spelling: 'time' },
      messageCount: {
        kind: 'value',
        sql: (t) => `(SELECT count(*) FROM message m WHERE m.ticket_id = ${t}.id)`,
        spelling: 'count',
      },
      sourceName: { kind: 'value', sql: (t) => `(SELECT s.name FROM source s WHERE s.id = ${t}.source_id)` },
      messages: {
        kind: 'list',
        typeName: 'Message',
        from: (ticket, call) => {
          const m = call.alias('m');
          return {
            sql: `FROM message ${m} WHERE (${m}.ticket_id = ${ticket}.id AND ${m}.placed_in_id IS NULL OR ${m}.placed_in_id = ${ticket}.id) ORDER BY ${m}.at, ${m}.id LIMIT ${call.size('first')}`,
            alias: m,
          };
        },
      },
    },
  },
  {
    typeName: 'Message',
    fields: {
      id: column('id', 'id'),
      authorKind: column('author_kind', 'enum'),
      authorName: column('author_name'),
      isPublic: column('is_public'),
      body: column('body'),
      at: column('at', 'time'),
    },
  },
];
