import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Day, Internal, Node, resultOf } from '#platform/graphql';
import type { TicketClock } from '../data/clock.entity.ts';
import type { ClockKind, ClockState } from '../domain/clock.ts';
import type { BusinessHours, SlaPolicy } from '../domain/policy.ts';

/** What is promised, as the graph names it. */
export const ClockKindEnum = {
  FIRST_REPLY: 'first-reply',
  NEXT_REPLY: 'next-reply',
  RESOLUTION: 'resolution',
} as const;

registerEnumType(ClockKindEnum, {
  name: 'ClockKind',
  description: 'What is promised about time.',
  valuesConfig: {
    FIRST_REPLY: { description: 'The first answer of a person.' },
    NEXT_REPLY: { description: 'The answer to a further question.' },
    RESOLUTION: { description: 'The solution.' },
  },
});

/** Where clocks stand, as the graph names it. */
export const ClockStateEnum = {
  RUNNING: 'running',
  PAUSED: 'paused',
  KEPT: 'kept',
  BROKEN: 'broken',
} as const;

registerEnumType(ClockStateEnum, {
  name: 'ClockState',
  description: 'Where a clock stands. A running one is late when `dueAt` has passed.',
  valuesConfig: {
    RUNNING: { description: 'Somebody waits for us.' },
    PAUSED: { description: 'It waits for the customer or somebody else; time does not count.' },
    KEPT: { description: 'Done in time.' },
    BROKEN: { description: 'Done, but late.' },
  },
});

/** What policies speak of, as the graph names it. */
export const PromisedAboutEnum = { TICKET: 'ticket', VOICE: 'voice' } as const;

registerEnumType(PromisedAboutEnum, {
  name: 'PromisedAbout',
  description: 'What a policy speaks of.',
  valuesConfig: {
    TICKET: { description: 'Tickets.' },
    VOICE: { description: 'What people say of us in front of others: reviews and mentions.' },
  },
});

/** What the world sees of a clock. */
@Internal()
@ObjectType('TicketClock', { description: 'A promise of time on a ticket, and what became of it.' })
export class TicketClockType
  implements
    Pick<
      TicketClock,
      | 'kind'
      | 'turn'
      | 'state'
      | 'startedAt'
      | 'targetMinutes'
      | 'usedSeconds'
      | 'dueAt'
      | 'warnAt'
      | 'brokenAt'
      | 'stoppedAt'
    >
{
  @Field(() => ClockKindEnum, { description: 'What is promised.' })
  kind: ClockKind;

  @Field(() => Int, { description: 'Which question, for answers to further ones: 1, 2 …' })
  turn: number;

  @Field(() => ClockStateEnum, { description: 'Where it stands.' })
  state: ClockState;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt: Date;

  @Field(() => Int, { description: 'How many minutes of open time were promised.' })
  targetMinutes: number;

  @Field(() => Number, {
    description: 'How many seconds of open time it has used, up to its last start or stop.',
  })
  usedSeconds: number;

  @Field(() => DateTime, { nullable: true, description: 'When the time is up; null unless it runs.' })
  dueAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'From when on it is worth a warning.' })
  warnAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the promise was broken.' })
  brokenAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was done.' })
  stoppedAt: Date | null;
}

/** A day on which a desk is shut. */
@Internal()
@ObjectType('Holiday', { description: 'A day on which a desk is shut.' })
export class HolidayType {
  @Field(() => Day, { description: 'The day, on the calendar of the desk.' })
  day: string;

  @Field(() => String, { description: 'What it is called.' })
  name: string;
}

/** When a desk is open on one weekday. */
@Internal()
@ObjectType('OpenDay', { description: 'When a desk is open on one weekday.' })
export class OpenDayType {
  @Field(() => Int, { description: '0 is Sunday, 6 is Saturday.' })
  weekday: number;

  @Field(() => Int, { description: 'From this minute of the day.' })
  from: number;

  @Field(() => Int, { description: 'To this minute of the day.' })
  to: number;
}

/** What the world sees of business hours. */
@Internal()
@ObjectType('BusinessHours', {
  implements: Node,
  description: 'When a desk is at work: promises of time count these hours.',
})
export class BusinessHoursType extends Node implements Pick<BusinessHours, 'id' | 'name' | 'timeZone'> {
  @Field(() => String, { description: 'What they are called.' })
  name: string;

  @Field(() => String, { description: 'IANA zone of the desk.' })
  timeZone: string;
}

/** What the world sees of a policy. */
@Internal()
@ObjectType('SlaPolicy', { implements: Node, description: 'What is promised about time, and to whom.' })
export class SlaPolicyType extends Node implements Omit<SlaPolicy, 'removedAt' | 'hoursId'> {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => PromisedAboutEnum, { description: 'What it speaks of.' })
  about: SlaPolicy['about'];

  @Field(() => Float, {
    nullable: true,
    description: 'Only reviews with so many stars or fewer; null: all. Of tickets it says nothing.',
  })
  ratingAtMost: number | null;

  @Field(() => Int, { description: 'Its place in the order: the first that fits counts.' })
  place: number;

  @Field(() => [String], { description: 'Only these priorities (`low` … `urgent`); all when empty.' })
  priorities: string[];

  @Field(() => [String], {
    description: 'Only these channels, or (of voices) sites, `review` or `mention`; all when empty.',
  })
  channels: string[];

  @Field(() => [String], { description: 'Only customers with one of these tags; all when empty.' })
  customerTags: string[];

  @Field(() => [String], { description: 'Only customers in one of these stages; all when empty.' })
  stages: string[];

  @Field(() => Int, { nullable: true, description: 'Minutes to the first answer; null: not promised.' })
  firstReplyMinutes: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to each further answer; null: not promised.' })
  nextReplyMinutes: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to the solution; null: not promised.' })
  resolutionMinutes: number | null;
}

/** A policy to keep. */
@InputType('SaveSlaPolicy', { description: 'What is to be promised, and to whom.' })
export class SaveSlaPolicyInput {
  @Field(() => ID, { nullable: true, description: 'The policy to change; a new one when missing.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called, at most 120 characters.' })
  name: string;

  @Field(() => PromisedAboutEnum, {
    nullable: true,
    defaultValue: 'ticket',
    description: 'What it is to speak of.',
  })
  about?: SlaPolicy['about'];

  @Field(() => Float, {
    nullable: true,
    description: 'Only reviews with so many stars or fewer; all when missing.',
  })
  ratingAtMost?: number | null;

  @Field(() => Int, { description: 'Its place in the order.' })
  place: number;

  @Field(() => [String], { description: 'Only these priorities (`low` … `urgent`); all when empty.' })
  priorities: string[];

  @Field(() => [String], {
    description: 'Only these channels, or (of voices) sites, `review` or `mention`; all when empty.',
  })
  channels: string[];

  @Field(() => [String], { description: 'Only customers with one of these tags; all when empty.' })
  customerTags: string[];

  @Field(() => [String], { description: 'Only customers in one of these stages; all when empty.' })
  stages: string[];

  @Field(() => Int, { nullable: true, description: 'Minutes to the first answer.' })
  firstReplyMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to each further answer.' })
  nextReplyMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to the solution.' })
  resolutionMinutes?: number | null;

  @Field(() => ID, { nullable: true, description: 'The hours that count; around the clock when missing.' })
  hoursId?: string | null;
}

@InputType('OpenDayWish', { description: 'When a desk is to be open on one weekday.' })
export class OpenDayInput {
  @Field(() => Int, { description: '0 is Sunday, 6 is Saturday.' })
  weekday: number;

  @Field(() => Int, { description: 'From this minute of the day.' })
  from: number;

  @Field(() => Int, { description: 'To this minute of the day.' })
  to: number;
}

@InputType('HolidayWish', { description: 'A day on which a desk is to be shut.' })
export class HolidayInput {
  @Field(() => Day, { description: 'The day, on the calendar of the desk.' })
  day: string;

  @Field(() => String, { description: 'What it is called.' })
  name: string;
}

/** Hours to keep. */
@InputType('SaveBusinessHours', { description: 'When a desk is at work.' })
export class SaveBusinessHoursInput {
  @Field(() => ID, { nullable: true, description: 'The hours to change; new ones when missing.' })
  id?: string | null;

  @Field(() => String, { description: 'What they are called, at most 120 characters.' })
  name: string;

  @Field(() => String, { description: 'IANA zone, as in `Europe/Rome`.' })
  timeZone: string;

  @Field(() => [OpenDayInput], { description: 'The weekdays on which it is open; the others are shut.' })
  days: OpenDayInput[];

  @Field(() => [HolidayInput], { description: 'Days on which it is shut all the same.' })
  holidays: HolidayInput[];
}

/** The policy, or why it was not kept. */
export const SlaPolicyResult = resultOf('SlaPolicyResult', () => SlaPolicyType, 'SlaPolicy');

/** The hours, or why they were not kept. */
export const BusinessHoursResult = resultOf('BusinessHoursResult', () => BusinessHoursType, 'BusinessHours');
