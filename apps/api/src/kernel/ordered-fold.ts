/** How events are reduced to a state, one after the other. */
export interface Folding<Event extends { id: string; at: number }, State> {
  empty(): State;
  /** Takes in one event that is not earlier than any before it; may change `state` in place. */
  step(state: State, event: Event): void;
}

/** Events in their order, and what they come to. */
export interface Fold<Event, State> {
  events: Event[];
  /** Their ids. */
  ids: Set<string>;
  state: State;
}

/** A fold of nothing yet. */
export const emptyFold = <Event extends { id: string; at: number }, State>(
  folding: Folding<Event, State>,
): Fold<Event, State> => ({ events: [], ids: new Set(), state: folding.empty() });

/** The order of all folds: time, then id. It is total, so that the order of arrival cannot matter. */
export const inOrder = (a: { id: string; at: number }, b: { id: string; at: number }): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Folds all events from scratch, in whatever order they are given; of events with the same id the last given counts. */
export function foldAll<Event extends { id: string; at: number }, State>(
  folding: Folding<Event, State>,
  events: readonly Event[],
): Fold<Event, State> {
  const known = new Map(events.map((event) => [event.id, event]));
  const ordered = (known.size === events.length ? [...events] : [...known.values()])
    .filter(({ at }) => Number.isFinite(at))
    .sort(inOrder);
  const state = folding.empty();
  for (const event of ordered) folding.step(state, event);
  return { events: ordered, ids: new Set(ordered.map(({ id }) => id)), state };
}

/**
 * Takes one more event into a fold. The newest is one step; a late one, or a corrected one (an id that is known), folds this one customer anew, so
 * that the result is that of `foldAll`, to the last bit.
 */
export function foldIn<Event extends { id: string; at: number }, State>(
  folding: Folding<Event, State>,
  fold: Fold<Event, State>,
  event: Event,
): void {
  if (!Number.isFinite(event.at)) return;
  const last = fold.events.at(-1);
  if (!last || (inOrder(last, event) < 0 && !fold.ids.has(event.id))) {
    fold.events.push(event);
    fold.ids.add(event.id);
    folding.step(fold.state, event);
    return;
  }
  Object.assign(fold, foldAll(folding, [...fold.events, event]));
}
