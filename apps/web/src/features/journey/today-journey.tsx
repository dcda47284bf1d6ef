import type { ResultOf } from '#lib/graphql/graphql.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';
import { Agenda, AgendaLine } from '#ui/agenda/agenda.tsx';
import { StagePill } from '#ui/badges/stage-pill.tsx';
import { causeText } from './cause-text.ts';
import { daysSince } from './stay.ts';

/** What the journey's sections of the day ask. */
export const TodayJourneyFragment = graphql(`
  fragment TodayJourney on Today @_unmask {
    moved(first: 6) { fromStage stage at cause customer { id displayName } }
    stuck(first: 6) { stage since medianDays customer { id displayName } }
  }
`);

type Section = ResultOf<typeof TodayJourneyFragment>;

/** Who came to another stage in the last days. */
export function TodayMoved({ today }: { today: Section }) {
  const say = useWords();
  const { ago } = useFormat();
  return (
    <Agenda title={say('journey.todayMoved')} none={say('journey.todayMovedNone')}>
      {(today.moved ?? []).map((move) => (
        <AgendaLine
          key={`${move.customer?.id} ${move.at}`}
          customer={move.customer}
          what={
            move.fromStage
              ? say('journey.todayFromTo', {
                  from: say(stageWords[move.fromStage]),
                  to: say(stageWords[move.stage]),
                })
              : say(stageWords[move.stage])
          }
          detail={causeText(move.cause, say)}
          aside={ago(move.at)}
        />
      ))}
    </Agenda>
  );
}

/** Who is in a stage longer than half ever stayed. */
export function TodayStuck({ today }: { today: Section }) {
  const say = useWords();
  const now = new Date();
  return (
    <Agenda
      title={say('journey.todayStuck')}
      text={say('journey.todayStuckText')}
      none={say('journey.todayStuckNone')}
    >
      {(today.stuck ?? []).map((one) => (
        <AgendaLine
          key={`${one.customer?.id} ${one.stage}`}
          customer={one.customer}
          what={say('journey.todayDays', { days: Math.floor(daysSince(one.since, now)) })}
          detail={say('journey.todayHalf', { days: Math.round(one.medianDays) })}
          aside={<StagePill stage={one.stage} />}
        />
      ))}
    </Agenda>
  );
}
