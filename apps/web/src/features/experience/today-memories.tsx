import type { ReactNode } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Agenda, AgendaLine } from '#ui/agenda/agenda.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import type { Lived } from './experience.fragment.ts';
import { outcomeTones, outcomeWords } from './moment-text.ts';

/** What the memories of the day need; the page asks for it, whose question has no room for another mask. */
export interface TodayMemories {
  badEndings:
    | {
        customer: { id: string; displayName: string } | null;
        interaction: Pick<
          Lived,
          'subjectId' | 'title' | 'endedAt' | 'experienced' | 'remembered' | 'outcome'
        >;
      }[]
    | null;
  fading:
    | {
        id: string;
        displayName: string;
        summary: { memoryStrength: number | null; orders: number; lastInteractionAt: string | null };
      }[]
    | null;
}

/** What ended badly lately: a good end changes what will be remembered. */
export function TodayEndings({ today }: { today: TodayMemories }) {
  const say = useWords();
  const { ago, date, number } = useFormat();
  const score = (value: number | null) => (value === null ? '–' : number(Math.round(value)));
  return (
    <Agenda title={say('experience.todayEndings')} none={say('experience.todayEndingsNone')}>
      {(today.badEndings ?? []).map(({ customer, interaction }) => (
        <AgendaLine
          key={interaction.subjectId}
          customer={customer}
          what={interaction.title}
          detail={say('experience.todayEnding', {
            experienced: score(interaction.experienced),
            remembered: score(interaction.remembered),
          })}
          aside={
            <>
              <span title={date(interaction.endedAt, 'dateTime')}>{ago(interaction.endedAt)}</span>
              <Pill tone={outcomeTones[interaction.outcome]}>{say(outcomeWords[interaction.outcome])}</Pill>
            </>
          }
        />
      ))}
    </Agenda>
  );
}

/** Buyers who are forgetting us: the worst case is not to be remembered. */
export function TodayFading({
  today,
  below,
}: {
  today: TodayMemories;
  /** What can be opened below somebody's line. */
  below?: (customer: { id: string; displayName: string }) => ReactNode;
}) {
  const say = useWords();
  const { ago, date, percent } = useFormat();
  return (
    <Agenda title={say('experience.todayFading')} none={say('experience.todayFadingNone')}>
      {(today.fading ?? []).map((customer) => (
        <AgendaLine
          key={customer.id}
          customer={customer}
          below={below?.(customer)}
          what={say('experience.todayStrength', { strength: percent(customer.summary.memoryStrength ?? 0) })}
          detail={say('experience.todayOrders', { count: customer.summary.orders })}
          aside={
            customer.summary.lastInteractionAt && (
              <span title={date(customer.summary.lastInteractionAt, 'dateTime')}>
                {ago(customer.summary.lastInteractionAt)}
              </span>
            )
          }
        />
      ))}
    </Agenda>
  );
}
