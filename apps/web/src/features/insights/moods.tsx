import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { type Department, departmentWords } from '#lib/department.ts';
import { type CustomerFilter, graphql, type ResultOf, type Stage } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { IntervalBar } from './interval-bar.tsx';
import styles from './moods.module.css';
import type { LinkTo } from './voice-cards.tsx';

/** How people felt along the journey, by stage and department. */
export const moodsQuery = graphql(`
  query JourneyMoods($filter: CustomerFilter, $from: DateTime) {
    journeyMoods(filter: $filter, from: $from) { stage department n score lo hi verdict }
  }
`);

const feltQuery = graphql(`
  query FeltInStage($stage: Stage!, $department: Department, $filter: CustomerFilter, $from: DateTime) {
    feltInStage(stage: $stage, department: $department, filter: $filter, from: $from, first: 40) {
      subjectId title department channel beganAt remembered
      customer { id displayName }
    }
  }
`);

type Mood = ResultOf<typeof moodsQuery>['journeyMoods'][number];

/** Of whom and since when. */
export interface MoodsAsked {
  filter: CustomerFilter | null;
  from: string | null;
}

const verdicts = {
  WELL: 'insights.mood.well',
  BADLY: 'insights.mood.badly',
  OPEN: 'insights.mood.open',
} as const satisfies Record<Mood['verdict'], MessageId>;
const marks = { WELL: '▲', BADLY: '▼', OPEN: '•' } as const;

/**
 * How people felt in a stage (with a department, or with all of us), as cells of a grid; each opens to what was lived there.
 * Where a memory is wanted of the stage (0 to 100), it stands beside what is remembered.
 */
export function useMoods(asked: MoodsAsked, link: LinkTo, isShown: boolean) {
  const { data } = useQuery(moodsQuery, {
    variables: asked,
    skip: !isShown,
    fetchPolicy: 'cache-and-network',
  });
  return (stage: Stage, department: Department | null, wanted: number | null = null): ReactNode => {
    const mood = data?.journeyMoods.find((one) => one.stage === stage && one.department === department);
    return mood ? (
      <MoodCell mood={mood} wanted={wanted} asked={asked} link={link} />
    ) : department ? null : (
      <Nothing />
    );
  };
}

function MoodCell({
  mood,
  wanted,
  asked,
  link,
}: {
  mood: Mood;
  wanted: number | null;
  asked: MoodsAsked;
  link: LinkTo;
}) {
  const say = useWords();
  const { number } = useFormat();
  const [open, setOpen] = useState(false);
  const { stage, department, n, score, lo, hi, verdict } = mood;
  const whole = number(Math.round(score));
  const where = [say(stageWords[stage]), department && say(departmentWords[department])]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <button
        type="button"
        className={styles.mood}
        data-verdict={verdict}
        data-small={department !== null || undefined}
        aria-label={say('insights.mood.label', {
          where,
          score: whole,
          verdict: say(verdicts[verdict]),
          n: number(n),
        })}
        onClick={() => setOpen(true)}
      >
        <span>
          <i aria-hidden>{marks[verdict]}</i> <b>{whole}</b>{' '}
          <small>
            {lo !== null && hi !== null && `${number(Math.round(lo))}–${number(Math.round(hi))} · `}
            {say('insights.n', { n: number(n) })}
          </small>
        </span>
        {wanted !== null && <small>{say('insights.mood.wanted', { value: number(wanted) })}</small>}
        {!department && <IntervalBar value={score} lo={lo} hi={hi} most={100} zero={wanted ?? 50} />}
      </button>
      {open && (
        <Dialog label={where} place="side" onClose={() => setOpen(false)}>
          <DialogHead title={say('insights.mood.title', { where })} onClose={() => setOpen(false)} />
          <div className={styles.body}>
            <Felt mood={mood} asked={asked} link={link} />
          </div>
        </Dialog>
      )}
    </>
  );
}

/** What was lived there, remembered worst first. */
function Felt({
  mood: { stage, department, n },
  asked,
  link,
}: {
  mood: Mood;
  asked: MoodsAsked;
  link: LinkTo;
}) {
  const say = useWords();
  const { number, date } = useFormat();
  const { data, error, refetch } = useQuery(feltQuery, {
    variables: { stage, ...(department ? { department } : {}), ...asked },
  });
  return (
    <>
      <CardNote>{say('insights.mood.worstFirst', { shown: data?.feltInStage.length ?? 0, n })}</CardNote>
      {error && <Broken onRetry={() => void refetch()} />}
      {!data && !error && <Bone height={160} />}
      <ul className={styles.felt}>
        {data?.feltInStage.map((one) => (
          <li key={one.subjectId}>
            <b>{number(Math.round(one.remembered))}</b>
            <span>
              {one.title}
              <small>
                {one.customer ? link(one.customer) : <Nothing />}
                {` · ${say(departmentWords[one.department])} · ${date(one.beganAt)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
