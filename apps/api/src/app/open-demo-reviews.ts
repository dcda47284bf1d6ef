import { systemActor } from '#modules/access';
import { savePolicy } from '#modules/clocks';
import type { PersonRef, Signal } from '#modules/house';
import { subjectsOf, takeIn } from '#modules/intake';
import { ensureSource } from '#modules/sources';
import { askersForDesk } from '#modules/support';
import { moveReview, reviewIdByKey } from '#modules/voice';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { heardOfUs, type SaidOfUs, saidOfUs } from '../seed/reviews.ts';
import { modules } from './modules.ts';

const hourMs = 3_600_000;
const keyOf = ({ key }: SaidOfUs): string => `said:${key}`;

/** What is promised about reviews: a day for low ones, three for the others, on the hours of the desk. */
async function promise(tx: Tx, hoursId: string | null): Promise<void> {
  const policy = {
    about: 'voice',
    priorities: [],
    channels: [],
    customerTags: [],
    stages: [],
    nextReplyMinutes: null,
    resolutionMinutes: null,
    hoursId,
  };
  await savePolicy(tx, systemActor(), null, {
    ...policy,
    name: 'Low reviews',
    place: 3,
    ratingAtMost: 2,
    firstReplyMinutes: 660,
  });
  await savePolicy(tx, systemActor(), null, {
    ...policy,
    name: 'Every review and mention',
    place: 4,
    ratingAtMost: null,
    firstReplyMinutes: 1_980,
  });
}

const personOf = ({ by, site }: SaidOfUs, email: string | undefined): PersonRef | undefined =>
  by === 'customer'
    ? email
      ? { emails: [email] }
      : undefined
    : 'handle' in by
      ? {
          key: `${site}:${by.handle}`,
          handles: [{ kind: site.toLowerCase(), value: by.handle }],
          profile: { fullName: by.name },
        }
      : undefined;

/** Opens the reviews of the demo company: what was said of it in the last days, some of it answered, some in the hands of its staff. */
export async function openDemoReviews(
  tx: Tx,
  staff: { agent: Viewer; marketer: Viewer | null },
  hoursId: string | null,
  now: Date,
): Promise<void> {
  await promise(tx, hoursId);
  const source = await ensureSource(tx, 'review-watch', 'webhook', 'Review watch');
  const writers = await askersForDesk(
    tx,
    // Behind those who write to the desk, so that one person does not say everything.
    [...saidOfUs, ...saidOfUs].map(({ language }) => language),
  );
  const signals = saidOfUs.map((said, place): Signal => {
    const { form, site, language, rating, title, text, product, by, reply } = said;
    const at = new Date(now.getTime() - said.hoursAgo * hourMs);
    const person = personOf(said, writers[saidOfUs.length + place]);
    return {
      kind: 'review',
      eventId: keyOf(said),
      subjectKey: keyOf(said),
      at: at.toISOString(),
      ...(person ? { person } : {}),
      body: {
        form,
        site,
        language,
        text,
        ...(rating === undefined ? {} : { rating }),
        ...(title ? { title } : {}),
        ...(product ? { productName: product } : {}),
        ...(by === 'customer' ? {} : { authorName: by.name }),
        ...(reply ? { reply, answeredAt: new Date(at.getTime() + 7 * hourMs).toISOString() } : {}),
      },
    };
  });
  await takeIn(tx, subjectsOf(modules), source, signals);
  await tellHeardOf(tx, now);
  for (const said of saidOfUs) {
    const viewer = said.owner && (said.owner === 'agent' ? staff.agent : staff.marketer);
    const id = viewer && (await reviewIdByKey(tx, source.id, keyOf(said)));
    if (!id || !viewer) continue;
    const at = new Date(now.getTime() - Math.round(said.hoursAgo * 0.5) * hourMs);
    await moveReview(tx, viewer, id, { kind: 'assigned', userId: viewer.id }, at);
    if (said.note) await moveReview(tx, viewer, id, { kind: 'note', words: said.note }, at);
  }
}

/** Tells how some customers heard of the company: two of them name the customer who recommended it. */
async function tellHeardOf(tx: Tx, now: Date): Promise<void> {
  const skip = 2 * saidOfUs.length;
  const languages = heardOfUs.flatMap(({ language, by }) => (by ? [language, by] : [language]));
  const people = await askersForDesk(
    tx,
    [...saidOfUs, ...saidOfUs].map(({ language }) => language).concat(languages),
  );
  let place = skip;
  const signals = heardOfUs.flatMap((heard, number): Signal[] => {
    const email = people[place++];
    const by = heard.by ? people[place++] : undefined;
    if (!email) return [];
    return [
      {
        kind: 'heard-of',
        eventId: `heard-of:${number}`,
        subjectKey: `heard-of:${number}`,
        at: new Date(now.getTime() - heard.daysAgo * 24 * hourMs).toISOString(),
        person: { emails: [email] },
        ...(by ? { others: [{ emails: [by] }] } : {}),
        body: { way: heard.way, via: 'form', ...(heard.words ? { words: heard.words } : {}) },
      },
    ];
  });
  await takeIn(tx, subjectsOf(modules), await ensureSource(tx, 'web-form', 'form', 'Web form'), signals);
}
