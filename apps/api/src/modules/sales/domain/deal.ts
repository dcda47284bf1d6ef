import { newest } from '#kernel/newest';
import type { Telling } from '#modules/house';
import type { DealBody } from './read-deal-signal.ts';
import type { DealOutcome } from './read-pipeline-signal.ts';

/** Something somebody may buy from us. */
export interface Deal {
  id: string;
  sourceId: string;
  sourceKey: string;
  name: string;
  pipelineId: string | null;
  stageId: string | null;
  stageName: string | null;
  outcome: DealOutcome;
  amount: number | null;
  currency: string | null;
  probability: number | null;
  /** The day it is hoped to close, or did. */
  closeDate: string | null;
  ownerName: string | null;
  /** The main contact: where `sourceRecordId` belongs now. */
  customerId: string | null;
  sourceRecordId: string | null;
  companyId: string | null;
  openedAt: Date | null;
  closedAt: Date | null;
  observedAt: Date;
  signalId: string | null;
}

/** Somebody a deal is with. */
export interface DealPerson {
  dealId: string;
  sourceRecordId: string;
  customerId: string;
  isMain: boolean;
}

/** What a signal says, with the stage it names found. */
export interface DealSaid {
  id: string;
  sourceId: string;
  sourceKey: string;
  body: DealBody;
  stage: {
    id: string;
    pipelineId: string;
    name: string;
    outcome: DealOutcome;
    probability: number | null;
  } | null;
  pipelineId: string | null;
  /** The outcome that is said or follows from the stage; `null` when neither is. */
  outcome: DealOutcome | null;
  customerId: string | null;
  sourceRecordId: string | null;
  companyId: string | null;
  at: Date;
  signalId: string;
}

const dateOrNull = (text: string | undefined): Date | null => (text ? new Date(text) : null);

/** The deal after one more thing was said of it: the newer wins, a blank never erases, an older one fills blanks. */
export function mergeDeal(before: Deal | undefined, said: DealSaid): Deal {
  const { body, stage, at } = said;
  const after = newest<Omit<Deal, 'name' | 'outcome'> & { name: string | null; outcome: DealOutcome | null }>(
    before,
    {
      id: before?.id ?? said.id,
      sourceId: said.sourceId,
      sourceKey: said.sourceKey,
      name: body.name ?? null,
      pipelineId: stage?.pipelineId ?? said.pipelineId,
      stageId: stage?.id ?? null,
      stageName: stage?.name ?? body.stageName ?? null,
      outcome: said.outcome,
      amount: body.amount ?? null,
      currency: body.currency ?? null,
      probability: body.probability ?? stage?.probability ?? null,
      closeDate: body.closeDate ?? null,
      ownerName: body.ownerName ?? null,
      customerId: said.customerId,
      sourceRecordId: said.sourceRecordId,
      companyId: said.companyId,
      openedAt: dateOrNull(body.openedAt),
      closedAt: dateOrNull(body.closedAt),
      observedAt: at,
      signalId: said.signalId,
    },
  );
  const outcome = after.outcome ?? 'open';
  return {
    ...after,
    name: after.name ?? said.sourceKey,
    outcome,
    closedAt: outcome === 'open' ? null : (after.closedAt ?? closedAbout(after.closeDate, at)),
  };
}

/** A closed deal without a time of closing closed on its day if that is past, else when we heard of it. */
function closedAbout(closeDate: string | null, heardAt: Date): Date {
  const day = closeDate ? new Date(`${closeDate}T12:00:00Z`) : null;
  return day && day < heardAt ? day : heardAt;
}

/**
 * What the timeline and the journey hear when a deal goes from `before` to `after`. Without `before` its whole story so far
 * is told. Values stay out of the sentences: who may not see what deals are worth reads them too.
 */
export function tellDeal(before: Deal | undefined, after: Deal, at: Date): Telling {
  const telling: Telling = { entries: [], facts: [] };
  const key = after.sourceKey;
  const about = { department: 'sales', subjectType: 'Deal', subjectId: after.id } as const;
  const actor = after.ownerName ? { actorName: after.ownerName } : {};
  const say = (
    kind: string,
    sentence: string,
    entryKey: string,
    when: Date,
    change?: Telling['entries'][0]['change'],
  ) =>
    telling.entries.push({
      entryKey,
      at: when,
      kind,
      title: `${sentence}: ${after.name}`,
      ...about,
      ...actor,
      ...(change ? { change } : {}),
    });
  const stageChange = { field: 'stage', before: before?.stageName ?? null, after: after.stageName };

  if (!before) {
    const openedAt = after.openedAt ?? (after.closedAt && after.closedAt < at ? after.closedAt : at);
    say('deal-opened', 'Deal opened', `deal-opened ${key}`, openedAt);
    telling.facts.push({ factKey: `deal-opened ${key}`, at: openedAt, kind: 'deal-opened' });
  } else if (before.outcome !== 'open' && after.outcome === 'open') {
    say('deal-reopened', 'Deal reopened', `deal-reopened ${key} ${at.toISOString()}`, at, stageChange);
    telling.facts.push({ factKey: `deal-opened ${key} ${at.toISOString()}`, at, kind: 'deal-opened' });
  } else if (after.outcome === 'open' && before.stageName !== after.stageName)
    say('deal-moved', 'Deal moved', `deal-moved ${key} ${at.toISOString()}`, at, stageChange);

  if (after.outcome !== 'open' && before?.outcome !== after.outcome) {
    const closedAt = after.closedAt ?? at;
    const kind = after.outcome === 'won' ? 'deal-won' : 'deal-lost';
    say(
      kind,
      after.outcome === 'won' ? 'Deal won' : 'Deal lost',
      `${kind} ${key} ${closedAt.toISOString()}`,
      closedAt,
      stageChange,
    );
    telling.facts.push({ factKey: `${kind} ${key} ${closedAt.toISOString()}`, at: closedAt, kind });
  }
  return telling;
}
