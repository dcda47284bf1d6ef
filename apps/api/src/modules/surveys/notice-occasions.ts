import { newId } from '#kernel/id';
import { customersById } from '#modules/customers';
import { channelWord } from '#modules/house';
import { stewardRecord } from '#modules/identity';
import { stageEntrances } from '#modules/journey';
import { ticketsById } from '#modules/support';
import { entriesOfKind } from '#modules/timeline';
import type { Database, Tx } from '#platform/database';
import { addInvitations, knownEvents } from './data/invitations.ts';
import { allSurveys } from './data/surveys.ts';
import { type Invitation, plannedInvitation } from './domain/invitation.ts';
import { type Survey, surveyFor } from './domain/survey.ts';

/** How late we may hear that something happened and still ask about it: a source may tell a day after. */
const lookBackMs = 2 * 86_400_000;
const atMost = 1_000;

/** Tickets that were solved and that nobody asked about yet, as the timeline tells of them. */
async function afterTickets(tx: Tx, surveys: readonly Survey[], now: Date): Promise<number> {
  const since = firstActive(surveys, now);
  if (!since) return 0;
  const solved = (await entriesOfKind(tx, 'ticket-solved', since, atMost)).map((entry) => ({
    ...entry,
    eventKey: `${entry.sourceRecordId} ${entry.entryKey}`,
  }));
  const known = await knownEvents(
    tx,
    solved.map(({ eventKey }) => eventKey),
  );
  const fresh = solved.filter(({ eventKey, subjectId }) => subjectId && !known.has(eventKey));
  const tickets = await ticketsById(
    tx,
    fresh.map(({ subjectId }) => subjectId!),
  );
  const customers = await customersById(
    tx,
    fresh.map(({ customerId }) => customerId),
  );
  const invitations = fresh.flatMap(
    ({ eventKey, customerId, sourceRecordId, subjectType, subjectId, at }, place) => {
      const channel = channelWord(tickets[place]?.channel);
      const survey = surveyFor(surveys, channel, at);
      return survey
        ? plannedInvitation(
            survey,
            { eventKey, customerId, sourceRecordId, subjectType, subjectId, channel, happenedAt: at },
            { id: newId(), language: customers[place]?.language },
          )
        : [];
    },
  );
  await addInvitations(tx, invitations);
  return invitations.length;
}

/** Customers who entered a stage about which somebody wants to hear. */
async function afterStages(tx: Tx, survey: Survey, now: Date): Promise<number> {
  const since = firstActive([survey], now);
  if (!since || !survey.stage) return 0;
  const entered = (await stageEntrances(tx, survey.stage, since, atMost)).map((one) => ({
    ...one,
    eventKey: `stage ${survey.stage} ${one.customerId} ${one.since.toISOString()}`,
  }));
  const known = await knownEvents(
    tx,
    entered.map(({ eventKey }) => eventKey),
  );
  const fresh = entered.filter(({ eventKey }) => !known.has(eventKey));
  const customers = await customersById(
    tx,
    fresh.map(({ customerId }) => customerId),
  );
  const invitations: Invitation[] = [];
  for (const [place, { eventKey, customerId, since: happenedAt }] of fresh.entries()) {
    const record = await stewardRecord(tx, customerId);
    if (!record) continue;
    invitations.push(
      plannedInvitation(
        survey,
        {
          eventKey,
          customerId: record.customerId,
          sourceRecordId: record.sourceRecordId,
          subjectType: null,
          subjectId: null,
          channel: 'web',
          happenedAt,
        },
        { id: newId(), language: customers[place]?.language },
      ),
    );
  }
  await addInvitations(tx, invitations);
  return invitations.length;
}

const firstActive = (surveys: readonly Survey[], now: Date): Date | null => {
  const times = surveys.flatMap(({ activeSince }) => activeSince?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.max(Math.min(...times), now.getTime() - lookBackMs)) : null;
};

/** Looks for what happened and is worth a question; answers with how many were planned. Looking twice plans once. */
export async function noticeOccasions(database: Database, now: Date): Promise<number> {
  const active = (await allSurveys(database)).filter(({ activeSince }) => activeSince !== null);
  let count = 0;
  const bySolving = active.filter(({ occasion }) => occasion === 'ticket-solved');
  if (bySolving.length > 0) count += await database.transaction((tx) => afterTickets(tx, bySolving, now));
  for (const survey of active)
    if (survey.occasion === 'stage-entered')
      count += await database.transaction((tx) => afterStages(tx, survey, now));
  return count;
}
