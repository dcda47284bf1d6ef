import { newId } from '#kernel/id';
import {
  type Located,
  type Moved,
  movedAmong,
  movedBetween,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import type { Hung } from '#modules/sources';
import type { OwnerBefore } from '#platform/database';
import { forgetRows, lockAnswers, putAnswers, putReferrals } from './data/answers.ts';
import { ReferralEntity, SurveyAnswerEntity } from './data/voice.entity.ts';
import { type AnswerBody, answerBody, type ReferralBody, referralBody } from './domain/read-voice-signals.ts';
import {
  answerEntryKey,
  mergeAnswer,
  type Referral,
  referralEntryKey,
  referralOf,
  type SurveyAnswer,
  tellAnswer,
  tellReferral,
} from './domain/told.ts';
import { raiseExpectationTasks } from './raise-expectation-tasks.ts';

/** The part of a row that a located signal gives. */
const hungOf = <Body>(item: Located<Body>, person: { customerId: string; sourceRecordId: string }) => ({
  id: newId(),
  sourceId: item.sourceId,
  sourceKey: item.signal.subjectKey,
  customerId: person.customerId,
  sourceRecordId: person.sourceRecordId,
  signalId: item.signalId,
  body: item.signal.body,
  at: item.at,
});

const recordAnswers: Recorder<AnswerBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const locked = await lockAnswers(
    tx,
    items.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
  );
  const answers = new Map<string, SurveyAnswer>(
    locked.map((answer) => [thingKey(answer.sourceId, answer.sourceKey), answer]),
  );
  const moved: Moved[] = [];
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const key = thingKey(item.sourceId, item.signal.subjectKey);
    const before = answers.get(key);
    const answer = mergeAnswer(before, hungOf(item, person));
    answers.set(key, answer);
    moved.push(...movedBetween(before, answer, { keys: [answerEntryKey(answer.sourceKey)], about: null }));
    tellTo([answer], item.signalId, tellAnswer(answer), recorded);
  }
  await putAnswers(tx, [...answers.values()]);
  const compared = [...answers.values()].flatMap(({ productName, cause }) =>
    productName && cause ? [productName] : [],
  );
  if (compared.length > 0) await raiseExpectationTasks(tx, [...new Set(compared)], new Date());
  // An older word that names somebody else still says something of the thing, and so of whose it is.
  return { ...recorded, concerned: [...answers.values()].map(({ customerId }) => customerId), moved };
};

/** Referrals: the newest word of each thing, told with the id that its row has. */
async function recordOnce<Body, Row extends Hung>(
  items: readonly Located<Body>[],
  rowOf: (item: Located<Body>, person: { customerId: string; sourceRecordId: string }) => Row,
  put: (rows: Row[]) => Promise<(Pick<Row, 'id' | 'sourceId' | 'sourceKey'> & OwnerBefore)[]>,
  tell: (row: Row) => Parameters<typeof tellTo>[2],
  keyOf: (sourceKey: string) => string,
): Promise<Recorded> {
  const recorded: Recorded = { entries: [], facts: [] };
  const rows = new Map<string, Row>();
  for (const item of [...items].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const [person] = peopleOf(item);
    if (person) rows.set(thingKey(item.sourceId, item.signal.subjectKey), rowOf(item, person));
  }
  const written = await put([...rows.values()]);
  for (const { id, sourceId, sourceKey } of written) {
    const row = rows.get(thingKey(sourceId, sourceKey))!;
    tellTo([row], row.signalId, tell({ ...row, id }), recorded);
  }
  const moved = movedAmong(written, rows, ({ sourceKey }) => ({ keys: [keyOf(sourceKey)], about: null }));
  return { ...recorded, moved };
}

/** Somebody was asked, and perhaps answered. */
export const answerSignal: SignalKind<AnswerBody> = {
  kind: 'answer',
  description:
    'A question of ours to a customer (would you recommend us, were you satisfied, was it easy), and the answer.',
  schema: answerBody,
  concernsPerson: true,
  record: recordAnswers,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'answer', subjectKeys);
    forgetRows(tx, SurveyAnswerEntity, sourceId, subjectKeys);
  },
};

/** Somebody recommended us. */
export const referralSignal: SignalKind<ReferralBody> = {
  kind: 'referral',
  description: 'That a customer recommended us to somebody, and whether they bought.',
  schema: referralBody,
  concernsPerson: true,
  record: (tx, items) =>
    recordOnce<ReferralBody, Referral>(
      items,
      (item, person) => referralOf(hungOf(item, person), item.others?.[0]?.sourceRecordId ?? null),
      (rows) => putReferrals(tx, rows),
      tellReferral,
      referralEntryKey,
    ),
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'referral', subjectKeys);
    forgetRows(tx, ReferralEntity, sourceId, subjectKeys);
  },
};
