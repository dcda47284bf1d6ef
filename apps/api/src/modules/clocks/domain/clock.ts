import { type BusinessCalendar, dueAfter, openMinutes } from '#modules/promises';

/** What is promised: the first answer, the answer to each further question, the solution. */
export const clockKinds = ['first-reply', 'next-reply', 'resolution'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Where a clock stands; whether a running one is late follows from `dueAt` and the time of day. */
export const clockStates = ['running', 'paused', 'kept', 'broken'] as const;
export type ClockState = (typeof clockStates)[number];

/** What can happen to a case that its clocks hear of. */
export type MomentKind = 'opened' | 'asked' | 'answered' | 'paused' | 'resumed' | 'solved' | 'reopened';

/** One thing that happened, at an instant. */
export interface Moment {
  at: Date;
  kind: MomentKind;
}

/** Minutes that each promise allows, on the calendar it is counted by; `null`: around the clock. Missing: not promised. */
export interface Targets {
  minutes: Partial<Record<ClockKind, number>>;
  calendar: BusinessCalendar | null;
}

/** One promise of time. */
export interface Clock {
  kind: ClockKind;
  /** 1 for the first question after an answer, 2 for the next … */
  turn: number;
  state: ClockState;
  startedAt: Date;
  targetMinutes: number;
  /** Open time that has run while the clock was neither paused nor stopped, up to its last start or stop. */
  usedSeconds: number;
  /** When the time is up, as far as is known: only a running clock has one. */
  dueAt: Date | null;
  /** The moment up to which it was promised: that of a running clock, or that a stopped one had; `null` while it is paused. */
  promisedAt: Date | null;
  /** From when on it is worth a warning. */
  warnAt: Date | null;
  /** When the promise was broken; a running clock breaks at `dueAt`. */
  brokenAt: Date | null;
  stoppedAt: Date | null;
}

/** The last quarter of the time is worth a warning, but no more than four hours. */
const warningShare = 0.25;
const warningAtMost = 240;

const openMs = (from: number, to: number, calendar: BusinessCalendar | null): number =>
  calendar ? Math.round((openMinutes(from, to, calendar) ?? 0) * 60_000) : Math.max(0, to - from);

const dueMs = (from: number, ms: number, calendar: BusinessCalendar | null): number | null =>
  calendar ? dueAfter(from, ms / 60_000, calendar) : from + ms;

/** A clock while its story is read. */
class Hand {
  private usedMs = 0;
  private runningSince: number | null = null;
  private brokenAt: number | null = null;
  private stoppedAt: number | null = null;
  private lastDue: number | null = null;
  readonly kind: ClockKind;
  readonly turn: number;
  private readonly startedAt: number;
  private readonly targetMinutes: number;
  private readonly calendar: BusinessCalendar | null;

  constructor(
    kind: ClockKind,
    turn: number,
    startedAt: number,
    targetMinutes: number,
    calendar: BusinessCalendar | null,
  ) {
    this.kind = kind;
    this.turn = turn;
    this.startedAt = startedAt;
    this.targetMinutes = targetMinutes;
    this.calendar = calendar;
  }

  private get targetMs(): number {
    return this.targetMinutes * 60_000;
  }

  get isStopped(): boolean {
    return this.stoppedAt !== null;
  }

  run(at: number): void {
    this.stoppedAt = null;
    this.runningSince ??= at;
  }

  pause(at: number): void {
    if (this.runningSince === null) return;
    const due = dueMs(this.runningSince, this.targetMs - this.usedMs, this.calendar);
    this.lastDue = due;
    // Done at the very moment it is due is still kept.
    if (this.brokenAt === null && due !== null && at > due) this.brokenAt = due;
    this.usedMs += openMs(this.runningSince, at, this.calendar);
    this.runningSince = null;
  }

  stop(at: number): void {
    this.pause(at);
    this.stoppedAt = at;
  }

  shown(): Clock {
    const left = this.targetMs - this.usedMs;
    const due =
      this.runningSince === null ? null : (this.brokenAt ?? dueMs(this.runningSince, left, this.calendar));
    const early = Math.min(this.targetMinutes * warningShare, warningAtMost) * 60_000;
    const warn =
      this.runningSince === null ? null : dueMs(this.runningSince, Math.max(0, left - early), this.calendar);
    const state: ClockState =
      this.stoppedAt !== null
        ? this.brokenAt === null
          ? 'kept'
          : 'broken'
        : this.runningSince === null
          ? 'paused'
          : 'running';
    const date = (ms: number | null) => (ms === null ? null : new Date(ms));
    return {
      kind: this.kind,
      turn: this.turn,
      state,
      startedAt: new Date(this.startedAt),
      targetMinutes: this.targetMinutes,
      usedSeconds: this.usedMs / 1_000,
      dueAt: date(due),
      promisedAt: date(this.brokenAt ?? (this.stoppedAt === null ? due : this.lastDue)),
      warnAt: date(due !== null && warn !== null ? Math.min(warn, due) : warn),
      brokenAt: date(this.brokenAt),
      stoppedAt: date(this.stoppedAt),
    };
  }
}

// What happens at the same instant happens in this order: a question and its answer, the answer and the solution.
const order: readonly MomentKind[] = [
  'opened',
  'reopened',
  'resumed',
  'asked',
  'answered',
  'paused',
  'solved',
];

/**
 * The clocks of a case, read from all that happened to it. The first answer and each next one stop at an answer of ours or at the
 * solution; the solution's own clock goes on where it stood when the case is reopened. While the case waits for somebody
 * else every clock stands still. The same moments give the same clocks, whenever and in whatever order they are told.
 */
export function foldClocks(moments: readonly Moment[], { minutes, calendar }: Targets): Clock[] {
  const story = [...moments].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  const hands: Hand[] = [];
  const begin = (kind: ClockKind, turn: number, at: number): Hand | undefined => {
    const target = minutes[kind];
    if (!target) return undefined;
    const hand = new Hand(kind, turn, at, target, calendar);
    hands.push(hand);
    return hand;
  };
  let first: Hand | undefined;
  let next: Hand | undefined;
  let solution: Hand | undefined;
  let turns = 0;
  let answered = false;
  let waiting = false;
  let solved = false;
  for (const { at: when, kind } of story) {
    const at = when.getTime();
    const going = () => hands.filter((hand) => !hand.isStopped);
    if (kind === 'opened') {
      first ??= begin('first-reply', 1, at);
      solution ??= begin('resolution', 1, at);
      if (!waiting) for (const hand of going()) hand.run(at);
    } else if (kind === 'asked') {
      if (!answered || (next && !next.isStopped) || solved) continue;
      turns += 1;
      next = begin('next-reply', turns, at);
      if (!waiting) next?.run(at);
    } else if (kind === 'answered') {
      first?.isStopped || first?.stop(at);
      next?.isStopped || next?.stop(at);
      answered = true;
    } else if (kind === 'paused') {
      waiting = true;
      for (const hand of going()) hand.pause(at);
    } else if (kind === 'resumed') {
      waiting = false;
      for (const hand of going()) hand.run(at);
    } else if (kind === 'solved') {
      for (const hand of going()) hand.stop(at);
      waiting = false;
      solved = true;
      answered = true;
    } else {
      solved = false;
      if (!waiting) solution?.run(at);
    }
  }
  return hands.map((hand) => hand.shown());
}
