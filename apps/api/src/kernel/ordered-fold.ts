/** What every fold needs of an event. `at` is in milliseconds since 1970. */
export interface Dated {
  id: string;
  at: number;
}

/** How events are reduced to a state, one after the other. */
export interface Folding<Event extends Dated, State> {
  empty(): State;
  /** Takes in one event that is not earlier than any before it; may change `state` in place. */
  step(state: State, event: Event): void;
}

/** Events in their order, and what they come to. */
export interface Fold<Event, State> {
  events: Event[];
  state: State;
}

/** A fold of nothing yet. */
export const emptyFold = <Event extends Dated, State>(
  folding: Folding<Event, State>,
): Fold<Event, State> => ({ events: [], state: folding.empty() });

/** The order of all folds: time, then id. It is total, so that the order of arrival cannot matter. */
export const inOrder = (a: Dated, b: Dated): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Below this length looking at all pairs is quicker than building a set. */
const few = 16;

function repeatsAnId(events: readonly Dated[]): boolean {
  if (events.length > few) return new Set(events.map(({ id }) => id)).size < events.length;
  for (let i = 1; i < events.length; i++)
    for (let j = 0; j < i; j++) if (events[i]!.id === events[j]!.id) return true;
  return false;
}

/** Folds all events from scratch, in whatever order they are given; of events with the same id the last given counts. */
export function foldAll<Event extends Dated, State>(
  folding: Folding<Event, State>,
  events: readonly Event[],
): Fold<Event, State> {
  const once = repeatsAnId(events) ? [...new Map(events.map((event) => [event.id, event])).values()] : events;
  const ordered = once.filter(({ at }) => Number.isFinite(at)).sort(inOrder);
  const state = folding.empty();
  for (const event of ordered) folding.step(state, event);
  return { events: ordered, state };
}

/**
 * Takes one more event into a fold. The newest is one step; a late one, or a corrected one (an id that is known), folds this one
 * customer anew, so that the result is that of `foldAll`, to the last bit.
 */
export function foldIn<Event extends Dated, State>(
  folding: Folding<Event, State>,
  fold: Fold<Event, State>,
  event: Event,
): void {
  if (!Number.isFinite(event.at)) return;
  const last = fold.events.at(-1);
  if (!last || (inOrder(last, event) < 0 && !fold.events.some(({ id }) => id === event.id))) {
    fold.events.push(event);
    folding.step(fold.state, event);
    return;
  }
  const anew = foldAll(folding, [...fold.events, event]);
  fold.events = anew.events;
  fold.state = anew.state;
}
