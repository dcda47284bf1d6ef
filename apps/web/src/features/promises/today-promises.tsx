import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Agenda, AgendaLine } from '#ui/agenda/agenda.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import type { PromiseShape } from './use-promises.ts';
import { channelText, standings } from './words.ts';

/** What the promises of the day need; the page asks for it, whose question has no room for another mask. */
export interface TodayDue {
  promisesDue:
    | (Pick<PromiseShape, 'id' | 'words' | 'channel' | 'dueAt' | 'promiserName' | 'standing'> & {
        customer: { id: string; displayName: string } | null;
      })[]
    | null;
}

/** What we said we would do: overdue, or due within two days. */
export function TodayPromises({ today }: { today: TodayDue }) {
  const say = useWords();
  const { ago, date } = useFormat();
  return (
    <Agenda title={say('promises.today')} none={say('promises.todayNone')}>
      {(today.promisesDue ?? []).map((promise) => (
        <AgendaLine
          key={promise.id}
          customer={promise.customer}
          what={promise.words}
          detail={[promise.promiserName, promise.channel && channelText(promise.channel, say)]
            .filter(Boolean)
            .join(' · ')}
          aside={
            <>
              <span title={date(promise.dueAt, 'dateTime')}>{ago(promise.dueAt)}</span>
              {promise.standing === 'BROKEN' && (
                <Pill tone={standings.BROKEN.tone}>{say(standings.BROKEN.word)}</Pill>
              )}
            </>
          }
        />
      ))}
    </Agenda>
  );
}
