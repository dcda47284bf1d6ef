import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { stepText } from '#lib/step-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { may, useViewer } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import {
  confirmObstacle,
  dismissObstacle,
  type insightsQuery,
  mendObstacle,
  obstacleCasesQuery,
  ownObstacle,
  reopenObstacle,
} from './insights.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import type { LinkTo } from './voice-cards.tsx';
import type { Asked } from './words.ts';

type Board = ResultOf<typeof insightsQuery>['obstacleBoard'];
type Weighed = Board['obstacles'][number];

const kinds = {
  LOOP: 'insights.kind.loop',
  HANDOFF: 'insights.kind.handoff',
  PINGPONG: 'insights.kind.pingpong',
  CHANNEL_SWITCH: 'insights.kind.channelSwitch',
  STALL: 'insights.kind.stall',
  REPEAT_CONTACT: 'insights.kind.repeatContact',
  ABANDON: 'insights.kind.abandon',
} as const satisfies Record<string, MessageId>;
const states = {
  FOUND: { word: 'insights.state.found', tone: 'plain' },
  CONFIRMED: { word: 'insights.state.confirmed', tone: 'warn' },
  DISMISSED: { word: 'insights.state.dismissed', tone: 'plain' },
  MENDED: { word: 'insights.state.mended', tone: 'good' },
} as const satisfies Record<string, { word: MessageId; tone: 'plain' | 'warn' | 'good' }>;

/** What stands in the way, by the hours it costs; each opens to its cases and can be judged, owned and mended. */
export function ObstaclesBoard({ board, asked, link }: { board: Board; asked: Asked; link: LinkTo }) {
  const say = useWords();
  const { number, percent, ago } = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? board.obstacles : board.obstacles.slice(0, 8);
  return (
    <Card
      title={say('insights.obstacles')}
      aside={board.asOf ? say('insights.lookedAt', { when: ago(board.asOf) }) : undefined}
    >
      <div className={styles.figures}>
        <div className={styles.figure}>
          <b>{board.meanEase === null ? <Nothing /> : number(board.meanEase)}</b>
          <span>{say('insights.meanEase')}</span>
        </div>
        <div className={styles.figure}>
          <b>{board.clean.p === null ? <Nothing /> : percent(board.clean.p)}</b>
          <span>
            {say('insights.clean')} · {say('insights.n', { n: number(board.clean.n) })}
          </span>
        </div>
      </div>
      {board.obstacles.length === 0 && (
        <CardNote>{say(board.asOf ? 'insights.noObstacles' : 'insights.notLooked')}</CardNote>
      )}
      <ul className={styles.rows}>
        {shown.map((one) => (
          <ObstacleLine key={one.obstacle.id} one={one} asked={asked} link={link} />
        ))}
      </ul>
      {board.obstacles.length > 8 && (
        <Button onClick={() => setAll(!all)}>
          {say(all ? 'insights.fewer' : 'insights.all', { count: board.obstacles.length })}
        </Button>
      )}
    </Card>
  );
}

function ObstacleLine({ one, asked, link }: { one: Weighed; asked: Asked; link: LinkTo }) {
  const say = useWords();
  const me = useViewer();
  const client = useApolloClient();
  const { number, percent } = useFormat();
  const [asking, setAsking] = useState<'dismiss' | 'mend' | null>(null);
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const { obstacle, cases, excessHours, sightings, customers } = one;
  const { data, error, refetch } = useQuery(obstacleCasesQuery, {
    variables: { id: obstacle.id, ...asked },
    skip: !open,
  });
  const found = data?.node?.__typename === 'Obstacle' ? data.node.cases : [];
  const { word, tone } = states[obstacle.state];

  type Answer = { __typename: string; code?: string; message?: string } | undefined;
  const act = async (run: () => Promise<Answer>, undo?: () => Promise<void>): Promise<void> => {
    try {
      const answer = await run();
      if (answer?.__typename !== 'Obstacle')
        return void sayFailed(
          answer?.code && answer.message
            ? refusalText({ code: answer.code, message: answer.message }, say)
            : say('insights.failed'),
        );
      setAsking(null);
      setWords('');
      if (undo) offerUndo(say('insights.judged'), undo);
    } catch {
      sayFailed(say('insights.failed'));
    }
  };
  const { id } = obstacle;
  const reopen = () =>
    act(
      async () => (await client.mutate({ mutation: reopenObstacle, variables: { id } })).data?.reopenObstacle,
    );
  const confirm = () =>
    act(
      async () =>
        (await client.mutate({ mutation: confirmObstacle, variables: { id } })).data?.confirmObstacle,
      reopen,
    );
  const own = (ownerId: string | null): Promise<void> =>
    act(
      async () =>
        (await client.mutate({ mutation: ownObstacle, variables: { id, ownerId } })).data?.ownObstacle,
      ownerId ? () => own(null) : undefined,
    );
  const send = () =>
    asking === 'mend'
      ? act(
          async () =>
            (await client.mutate({ mutation: mendObstacle, variables: { id, how: words } })).data
              ?.mendObstacle,
          reopen,
        )
      : act(
          async () =>
            (await client.mutate({ mutation: dismissObstacle, variables: { id, reason: words } })).data
              ?.dismissObstacle,
          reopen,
        );
  const share = obstacle.beforeAfter;
  return (
    <li className={styles.obstacle}>
      <div className={styles.row}>
        <span>
          <b>{say(kinds[obstacle.kind])}</b>
          <small>
            {stepText(obstacle.stepFrom, obstacle.stepTo, say)}
            {obstacle.ownerName && ` · ${obstacle.ownerName}`}
          </small>
        </span>
        <IntervalBar value={cases.p} lo={cases.lo} hi={cases.hi} />
        <span className={styles.value}>
          <b>{say('insights.hours', { n: number(Math.round(excessHours)) })}</b>{' '}
          <small>
            {say('insights.inCases', {
              k: number(cases.k),
              n: number(cases.n),
              share: cases.p === null ? '–' : percent(cases.p),
            })}
            {' · '}
            {say('insights.times', { count: sightings })} · {say('insights.people', { count: customers })}
          </small>{' '}
          <Pill tone={tone}>{say(word)}</Pill>
        </span>
      </div>
      {share && (
        <p className={styles.note}>
          {obstacle.mendedHow} —{' '}
          {say('insights.beforeAfter', {
            before: share.before.p === null ? '–' : percent(share.before.p),
            beforeN: share.before.n,
            after: share.after.p === null ? '–' : percent(share.after.p),
            afterN: share.after.n,
          })}
        </p>
      )}
      <Fold label={say('insights.showCases')} onOpen={() => setOpen(true)}>
        {error && <Broken onRetry={() => void refetch()} />}
        {open && !data && !error && <Bone height={40} />}
        <ul className={styles.rows}>
          {found.map((each) => (
            <li key={each.id} className={styles.answer}>
              <span>{each.customer ? link(each.customer) : <Nothing />}</span>
              <span>{each.title}</span>
              <small>{say('insights.easeLeft', { ease: each.ease })}</small>
            </li>
          ))}
        </ul>
      </Fold>
      {may('Mutation.confirmObstacle') && (
        <div className={styles.acts}>
          {obstacle.state === 'FOUND' && (
            <Button onClick={() => void confirm()}>{say('insights.confirm')}</Button>
          )}
          {obstacle.state !== 'MENDED' && (
            <Button tone="quiet" onClick={() => setAsking(asking === 'mend' ? null : 'mend')}>
              {say('insights.mend')}
            </Button>
          )}
          <Button tone="quiet" onClick={() => setAsking(asking === 'dismiss' ? null : 'dismiss')}>
            {say('insights.dismiss')}
          </Button>
          {me && obstacle.ownerName !== me.name && (
            <Button tone="quiet" onClick={() => void own(me.id)}>
              {say('insights.own')}
            </Button>
          )}
        </div>
      )}
      {asking && (
        <form
          className={styles.why}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <input
            value={words}
            required
            maxLength={500}
            aria-label={say(asking === 'mend' ? 'insights.how' : 'insights.why')}
            placeholder={say(asking === 'mend' ? 'insights.how' : 'insights.why')}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="submit" tone="primary" disabled={!words.trim()}>
            {say(asking === 'mend' ? 'insights.mend' : 'insights.dismiss')}
          </Button>
        </form>
      )}
    </li>
  );
}
