/** The customers that are chosen for a bulk action: some by name, or all that match with exceptions. */
export type Selection =
  | { mode: 'some'; ids: ReadonlySet<string> }
  | { mode: 'all'; except: ReadonlySet<string> };

/** Nobody is chosen. */
export const nobody: Selection = { mode: 'some', ids: new Set() };

/** Everybody who matches is chosen, those not loaded yet included. */
export const everybody: Selection = { mode: 'all', except: new Set() };

/** Whether a customer is chosen. */
export const isSelected = (selection: Selection, id: string): boolean =>
  selection.mode === 'all' ? !selection.except.has(id) : selection.ids.has(id);

/** How many are chosen, of a list that has so many; not known where the list was not counted to its end. */
export function countSelected(selection: Selection, total: number | undefined): number | undefined {
  if (selection.mode === 'some') return selection.ids.size;
  return total === undefined ? undefined : total - selection.except.size;
}

/** Chooses customers, or no longer. */
export function choose(selection: Selection, ids: readonly string[], chosen: boolean): Selection {
  const set = new Set(selection.mode === 'all' ? selection.except : selection.ids);
  for (const id of ids) {
    if (chosen === (selection.mode === 'some')) set.add(id);
    else set.delete(id);
  }
  return selection.mode === 'all' ? { mode: 'all', except: set } : { mode: 'some', ids: set };
}

/** The two who are chosen, the first one first; of all but some, as they stand in the rows. Nobody where they are not two. */
export function chosenPair(
  selection: Selection,
  rows: readonly { id: string }[],
  total: number | undefined,
): readonly [string, string] | undefined {
  if (countSelected(selection, total) !== 2) return undefined;
  const [first, second] =
    selection.mode === 'some'
      ? selection.ids
      : rows.flatMap(({ id }) => (isSelected(selection, id) ? [id] : []));
  return first && second ? [first, second] : undefined;
}
