import { type Over, twoVoices } from '#modules/house';

/** That one record puts somebody into a company: what counts of it, and in `over` what its source says where we said otherwise. */
export interface Affiliation {
  recordId: string;
  companyId: string;
  /** Whether the record is ours: nobody else speaks of it then. */
  isOurs: boolean;
  role: string | null;
  isMain: boolean;
  /** ISO `YYYY-MM-DD`. Only we say since when; and until when, so a row without an end is one where they still are. */
  startedOn: string | null;
  endedOn: string | null;
  /** When the record said so last; ISO 8601. */
  observedAt: string;
  /** Who of us spoke last of it; `null` where only its source does. */
  saidBy: string | null;
  over: Over<'role' | 'isMain'>;
}

/** What we may say of a place. */
export type PlaceWords = Partial<Pick<Affiliation, 'role' | 'isMain' | 'startedOn' | 'endedOn'>>;

const voices = twoVoices<Affiliation, 'role' | 'isMain'>(['role', 'isMain'], []);

const isThere = ({ endedOn }: Affiliation): boolean => endedOn === null;

/** The rows of one company. */
const of = (rows: readonly Affiliation[], companyId: string): Affiliation[] =>
  rows.filter((row) => row.companyId === companyId);

/** Whether they belong to this company: one row that has no end is enough. */
export const belongsTo = (rows: readonly Affiliation[], companyId: string): boolean =>
  of(rows, companyId).some(isThere);

/** Whether one of us said anything of this place. */
export const isSaidHere = (rows: readonly Affiliation[], companyId: string): boolean =>
  of(rows, companyId).some(({ isOurs, saidBy }) => isOurs || saidBy !== null);

// As `mainCompany` and `companies` order them in SQL.
const before = (a: Affiliation, b: Affiliation): number =>
  Number(b.isMain) - Number(a.isMain) ||
  (a.observedAt < b.observedAt ? 1 : a.observedAt > b.observedAt ? -1 : 0) ||
  (a.companyId < b.companyId ? -1 : 1);

const first = (rows: readonly Affiliation[]): Affiliation | undefined => rows.filter(isThere).sort(before)[0];

/** The company that counts as their main one. */
export const mainOf = (rows: readonly Affiliation[]): string | null => first(rows)?.companyId ?? null;

/** A row after one of us spoke of it. Saying the same as its source is no word of ours. */
function say(row: Affiliation, words: PlaceWords, by: string): Affiliation {
  const { startedOn = row.startedOn, endedOn = row.endedOn, ...shared } = words;
  const after = {
    ...(row.isOurs ? { ...row, ...shared } : voices.sayOurselves(row, shared)),
    startedOn,
    endedOn,
  };
  const isOurWord =
    after.isOurs || Object.keys(after.over).length > 0 || startedOn !== null || endedOn !== null;
  return { ...after, saidBy: isOurWord ? by : null };
}

/** All rows after one of us spoke of those of one company. */
const sayOf = (
  rows: readonly Affiliation[],
  companyId: string,
  by: string,
  words: (row: Affiliation) => PlaceWords | null,
): Affiliation[] =>
  rows.map((row) => {
    const said = row.companyId === companyId ? words(row) : null;
    return said ? say(row, said, by) : row;
  });

/** What one of us said of a row, apart from the row: it can be said again of what a source tells anew. */
export interface PlaceSaid {
  recordId: string;
  companyId: string;
  words: PlaceWords;
  by: string;
}

/** What one of us said of a row; nothing where only its source speaks, or where the row itself is our word. */
export function saidOf(row: Affiliation): PlaceSaid | null {
  if (row.isOurs || row.saidBy === null) return null;
  const { recordId, companyId, role, isMain, startedOn, endedOn, over, saidBy } = row;
  return {
    recordId,
    companyId,
    words: {
      ...('role' in over ? { role } : {}),
      ...('isMain' in over ? { isMain } : {}),
      startedOn,
      endedOn,
    },
    by: saidBy,
  };
}

/** All rows with what was said of them before they were told anew. Of a row that nobody tells any more, nothing is left to be said. */
export const sayAgain = (rows: readonly Affiliation[], said: readonly PlaceSaid[]): Affiliation[] =>
  rows.map((row) => {
    const ours = said.find((one) => one.recordId === row.recordId && one.companyId === row.companyId);
    return ours ? say(row, ours.words, ours.by) : row;
  });

const theirMain = (row: Affiliation): boolean => (row.over.isMain as boolean | undefined) ?? row.isMain;

/**
 * All rows after it was said which company is the main one; with `null`, whichever the sources say. What they say by themselves is no word of
 * ours, so that saying it of the one that was the main one before gives back what was. Otherwise it is said of every row: a source that
 * names another company once more, and later, has said nothing new.
 */
export function settleMain(
  rows: readonly Affiliation[],
  companyId: string | null,
  by: string,
): Affiliation[] {
  const told = rows.map((row) =>
    'isMain' in row.over ? say(row, { isMain: theirMain(row) }, row.saidBy ?? by) : row,
  );
  const top = first(told);
  if (companyId === null || (top?.companyId === companyId && !top.isOurs)) return told;
  return told.map((row) => {
    const isMain = row.companyId === companyId;
    return isThere(row) && row.isMain !== isMain ? say(row, { isMain }, by) : row;
  });
}

/** All rows with the main company that there was, whatever else was said of others. */
const keepMain = (rows: readonly Affiliation[], companyId: string | null, by: string): Affiliation[] =>
  mainOf(rows) === companyId ? [...rows] : settleMain(rows, companyId, by);

/** All rows with one of ours among them; beside the main company that there was, it must not push that aside by being newer. */
export function addPlace(
  rows: readonly Affiliation[],
  ours: Affiliation,
  isMain: boolean,
  by: string,
): Affiliation[] {
  const main = mainOf(rows);
  const others = rows.filter((row) => row.recordId !== ours.recordId || row.companyId !== ours.companyId);
  const after = [...others, ours];
  if (!isThere(ours)) return keepMain(after, main, by);
  return isMain || main === null ? settleMain(after, ours.companyId, by) : keepMain(after, main, by);
}

/** All rows after another part there, or another beginning, was said of a place, be it one of today or of before. */
export function editPlace(
  rows: readonly Affiliation[],
  companyId: string,
  words: Pick<PlaceWords, 'role' | 'startedOn'>,
  by: string,
): Affiliation[] {
  const isFormer = !belongsTo(rows, companyId);
  return sayOf(rows, companyId, by, (row) => (isFormer || isThere(row) ? words : null));
}

/** All rows after somebody left a company, or after another day was said on which they had. Which one is the main one then, the sources say. */
export function endPlace(
  rows: readonly Affiliation[],
  companyId: string,
  endedOn: string,
  by: string,
): Affiliation[] {
  const isFormer = !belongsTo(rows, companyId);
  const main = mainOf(rows);
  const after = sayOf(rows, companyId, by, (row) => (isFormer || isThere(row) ? { endedOn } : null));
  return main === companyId ? settleMain(after, null, by) : after;
}

/** All rows after it was said that somebody has not left after all, or is back; as the main company or beside the one that is. */
export function reopenPlace(
  rows: readonly Affiliation[],
  companyId: string,
  isMain: boolean,
  by: string,
): Affiliation[] {
  const after = sayOf(rows, companyId, by, () => ({ endedOn: null }));
  const main = mainOf(rows);
  return isMain || main === null ? settleMain(after, companyId, by) : keepMain(after, main, by);
}

/**
 * All rows after we took back what we said of a place: a row of ours is gone, of the others only the source speaks. Were they in that company as
 * the main one, the sources say again which one is.
 */
export function takeBackPlace(rows: readonly Affiliation[], companyId: string, by: string): Affiliation[] {
  const main = mainOf(rows);
  const after = rows
    .filter((row) => !(row.isOurs && row.companyId === companyId))
    .map((row) =>
      row.companyId === companyId
        ? { ...voices.asTheSourceSays(row), startedOn: null, endedOn: null, saidBy: null }
        : row,
    );
  const told = settleMain(after, null, by);
  const top = first(told);
  // What was said only to keep another company before this one goes with it.
  return main === companyId || (top?.companyId === main && !top?.isOurs) ? told : after;
}
