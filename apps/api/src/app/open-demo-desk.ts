import { openDemoUsers, systemActor, type User } from '#modules/access';
import { saveHours, savePolicy } from '#modules/clocks';
import type { Signal } from '#modules/house';
import { subjectsOf, takeIn } from '#modules/intake';
import { ensureSource } from '#modules/sources';
import {
  addTicketNote,
  allMacros,
  askersForDesk,
  changeTickets,
  saveMacro,
  saveTeam,
  saveTicketField,
  ticketsOfSource,
} from '#modules/support';
import { saveSurvey } from '#modules/surveys';
import type { Database, Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { deskFields, deskMacros, deskQuestions } from '../seed/desk.ts';
import { modules } from './modules.ts';
import { openDemoReviews } from './open-demo-reviews.ts';

const minuteMs = 60_000;
const workday = [8 * 60, 19 * 60];

const asViewer = ({ id, name, role, department }: User): Viewer => ({
  kind: 'user',
  id,
  name,
  role,
  department,
});

/**
 * Opens the desk of the demo company once: hours, promises, macros and a team, and questions of the last days that its web form tells
 * the front door, some of them in the hands of the demo's staff. A desk that has macros was opened already.
 */
export async function openDemoDesk(database: Database, now: Date): Promise<boolean> {
  if ((await allMacros(database)).length > 0) return false;
  const staff = await openDemoUsers(database);
  const agent = staff.find(({ role }) => role === 'support-agent');
  const lead = staff.find(({ role }) => role === 'support-lead');
  if (!agent || !lead) return false;
  return database.transaction(async (tx) => {
    const hoursId = await promise(tx);
    await saveSurvey(tx, systemActor(), null, demoSurvey, now);
    for (const { name, bodies, change } of deskMacros)
      await saveMacro(tx, systemActor(), null, { name, bodies, change }, now);
    await saveTeam(tx, systemActor(), null, { name: 'Support', memberIds: [agent.id, lead.id] });
    for (const field of deskFields) await saveTicketField(tx, systemActor(), null, wishOfField(field), now);
    await ask(tx, now);
    await handOut(tx, { agent: asViewer(agent), lead: asViewer(lead) }, now);
    const marketer = staff.find(({ role }) => role === 'marketer');
    await openDemoReviews(
      tx,
      { agent: asViewer(agent), marketer: marketer ? asViewer(marketer) : null },
      hoursId,
      now,
    );
    return true;
  });
}

/** What the demo's desk asks after each case. */
const demoSurvey = {
  name: 'After a solved ticket',
  occasion: 'ticket-solved',
  instrument: 'csat',
  look: 'numbers',
  delayMinutes: 60,
  lowAtMost: 2,
  lowMove: 'task',
  isActive: true,
};

const wishOfField = ({ name, kind, ...more }: (typeof deskFields)[number]) => ({
  name,
  kind,
  aliases: 'aliases' in more ? [...more.aliases] : [],
  options: 'options' in more ? more.options.map((label) => ({ label, isRemoved: false })) : [],
  isRequiredToSolve: false,
  teamIds: [],
  types: [],
  dataClass: 'internal',
});

/** What the desk promises, on which hours. */
async function promise(tx: Tx): Promise<string | null> {
  const actor = systemActor();
  const hours = await saveHours(tx, actor, null, {
    name: 'Casa Marea',
    timeZone: 'Europe/Rome',
    week: [null, workday, workday, workday, workday, workday, [9 * 60, 13 * 60]],
    holidays: [
      { day: `${new Date().getUTCFullYear()}-12-25`, name: 'Natale' },
      { day: `${new Date().getUTCFullYear() + 1}-01-01`, name: 'Capodanno' },
    ],
  });
  const policy = { channels: [], customerTags: [], stages: [] };
  await savePolicy(tx, actor, null, {
    ...policy,
    name: 'Urgent and high, around the clock',
    place: 1,
    priorities: ['urgent', 'high'],
    firstReplyMinutes: 120,
    nextReplyMinutes: 120,
    resolutionMinutes: 1_440,
    hoursId: null,
  });
  await savePolicy(tx, actor, null, {
    ...policy,
    name: 'Everything else, in office hours',
    place: 2,
    priorities: [],
    firstReplyMinutes: 480,
    nextReplyMinutes: 480,
    resolutionMinutes: 2_880,
    hoursId: hours.ok ? hours.value.id : null,
  });
  return hours.ok ? hours.value.id : null;
}

async function ask(tx: Tx, now: Date): Promise<void> {
  const source = await ensureSource(tx, 'web-form', 'form', 'Web form');
  const askers = await askersForDesk(
    tx,
    deskQuestions.map(({ language }) => language),
  );
  const signals = deskQuestions.flatMap((question, place): Signal[] => {
    const email = askers[place];
    if (!email) return [];
    const at = new Date(now.getTime() - question.minutesAgo * minuteMs).toISOString();
    const key = `ticket:W${String(place + 101)}`;
    const person = { emails: [email] };
    return [
      {
        kind: 'ticket',
        eventId: key,
        subjectKey: key,
        at,
        person,
        body: {
          number: `W${place + 101}`,
          subject: question.subject,
          status: 'new',
          priority: question.priority,
          channel: question.channel,
          tags: question.tags ?? [],
          ...(question.fields ? { fields: question.fields } : {}),
          openedAt: at,
        },
      },
      {
        kind: 'message',
        eventId: `message:${key}`,
        subjectKey: `message:${key}`,
        at,
        person,
        body: { ticketKey: key, authorKind: 'customer', text: question.text },
      },
    ];
  });
  await takeIn(tx, subjectsOf(modules), source, signals);
}

async function handOut(tx: Tx, staff: { agent: Viewer; lead: Viewer }, now: Date): Promise<void> {
  const tickets = await ticketsOfSource(tx, 'web-form');
  for (const [place, question] of deskQuestions.entries()) {
    const ticketId = tickets.get(`ticket:W${place + 101}`);
    if (!ticketId || !question.owner) continue;
    const viewer = staff[question.owner];
    const at = new Date(now.getTime() - Math.round(question.minutesAgo * 0.7) * minuteMs);
    const change = { assigneeId: viewer.id, status: question.status ?? 'open' };
    await changeTickets(tx, viewer, [ticketId], change, at);
    if (question.note) await addTicketNote(tx, viewer, { ticketId, body: question.note }, at);
  }
}
