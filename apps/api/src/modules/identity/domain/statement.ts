import type { PersonRef } from '#modules/house';

/** What one signal says of one record: kept for good as a version. */
export interface Statement {
  /** Single values by attribute; what a source says by its own column names is `extra.<column>`. */
  values: Record<string, string>;
  emails?: string[];
  phones?: string[];
  handles?: { kind: string; value: string }[];
  tags?: string[];
  /** True when the signal was about something else and only mentions the person: its lists add, they never replace. */
  mention?: true;
  /** Attributes and lists that the record says no longer: how somebody takes back a correction. */
  forgets?: string[];
}

/** What a record says now: the fold of its versions. Each value with the time it was last said. */
export interface Current {
  /** The newest of all times below; ISO 8601. */
  at: string;
  values: Record<string, string>;
  emails?: string[];
  phones?: string[];
  handles?: { kind: string; value: string }[];
  tags?: string[];
  mentioned?: {
    emails?: string[];
    phones?: string[];
    handles?: { kind: string; value: string }[];
  };
  /** Times of what was last said before `at`, by attribute or list. */
  older?: Record<string, string>;
}

/** A record of which only its key is known. */
export const nothingSaid: Current = { at: '', values: {} };

const pointing = ['emails', 'phones', 'handles'] as const;
const lists = [...pointing, 'tags'] as const;
// PostgreSQL takes neither NUL nor half a surrogate pair.
const suspect = /[\0\ud800-\udfff]/;
const clean = (text: string): string =>
  suspect.test(text)
    ? text
        .replaceAll('\u0000', '')
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .trim()
    : text.trim();

/** What a signal says of a person, trimmed and without blanks. */
export function statementOf(ref: PersonRef): Statement {
  const statement: Statement = { values: {} };
  const { tags, extra, ...profile } = ref.profile ?? {};
  for (const [attribute, value] of Object.entries(profile)) {
    const text = typeof value === 'string' ? clean(value) : '';
    if (text) statement.values[attribute] = text;
  }
  for (const [column, value] of Object.entries(extra ?? {})) {
    const text = typeof value === 'string' ? clean(value) : '';
    if (text) statement.values[`extra.${column}`] = text;
  }
  const emails = ref.emails?.map(clean).filter(Boolean);
  const phones = ref.phones?.map(clean).filter(Boolean);
  const handles = ref.handles
    ?.map(({ kind, value }) => ({ kind: clean(kind), value: clean(value) }))
    .filter(({ kind, value }) => kind && value);
  const words = tags?.map(clean).filter(Boolean);
  if (emails?.length) statement.emails = [...new Set(emails)];
  if (phones?.length) statement.phones = [...new Set(phones)];
  if (handles?.length) statement.handles = handles;
  if (words?.length) statement.tags = [...new Set(words)];
  if (!ref.profile) statement.mention = true;
  return statement;
}

/** When a record last said something: an attribute or a list. */
export const saidAt = (current: Current, what: string): string => current.older?.[what] ?? current.at;

/** True when a statement or a record says nothing of a person. */
export function saysNothing(said: Statement | Current): boolean {
  if (Object.keys(said.values).length > 0) return false;
  for (const list of lists) if (said[list]?.length) return false;
  return !('mentioned' in said && said.mentioned);
}

// A mailbox or phone that is mentioned in another spelling is no news.
const plainly = (one: unknown): string => {
  if (typeof one === 'string' && one.includes('@')) return one.toLowerCase();
  const text = JSON.stringify(one).toLowerCase();
  return text.includes('@') || text.startsWith('{') ? text : text.replace(/[^+\d]/g, '');
};
const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Absorbed {
  current: Current;
  changed: boolean;
  newer: boolean;
}

const first = new WeakMap<Statement, { at: string; absorbed: Absorbed }>();

// The same object for the same words, so that what is made of them is made once.
function firstSaid(statement: Statement, at: string): Absorbed {
  const known = first.get(statement);
  if (known?.at === at) return known.absorbed;
  const absorbed = statement.mention
    ? add(nothingSaid, statement, at)
    : { current: stated(statement, at), changed: true, newer: true };
  first.set(statement, { at, absorbed });
  return absorbed;
}

const takeOver = <List extends (typeof lists)[number]>(
  to: Pick<Current, List>,
  from: Pick<Current, List>,
  list: List,
): void => {
  to[list] = from[list];
};

function stated(statement: Statement, at: string): Current {
  const current: Current = { at, values: { ...statement.values } };
  for (const list of lists) if (statement[list]?.length) takeOver(current, statement, list);
  return current;
}

/**
 * Adds a statement made at `at` to what a record says. A newer value replaces an older one, an older one never replaces a
 * newer one, what is not said is not erased. Whatever the order of arrival, the result is the same (of two statements of one
 * moment, the later in order wins). `changed` tells whether any value differs; `newer` whether only its time does.
 */
export function absorb(current: Current, statement: Statement, at: string): Absorbed {
  if (!statement.forgets && saysNothing(statement)) return { current, changed: false, newer: false };
  if (current === nothingSaid && !statement.forgets) return firstSaid(statement, at);
  if (mentionsTheKnown(current, statement)) return { current, changed: false, newer: false };
  return add(current, statement, at);
}

// Nearly all that is told of known people mentions what is known of them.
function mentionsTheKnown(current: Current, statement: Statement): boolean {
  if (!statement.mention || statement.forgets || statement.tags?.length) return false;
  if (Object.keys(statement.values).length > 0) return false;
  for (const list of pointing)
    for (const one of statement[list] ?? [])
      if (!isAmong(one, current[list]) && !isAmong(one, current.mentioned?.[list])) return false;
  return true;
}

function isAmong(one: unknown, some: readonly unknown[] | undefined): boolean {
  if (!some) return false;
  if (typeof one === 'string' && some.includes(one)) return true;
  const words = plainly(one);
  return some.some((other) => plainly(other) === words);
}

function add(current: Current, statement: Statement, at: string): Absorbed {
  const times: Record<string, string> = {};
  for (const attribute of Object.keys(current.values)) times[attribute] = saidAt(current, attribute);
  for (const list of lists) if (current[list]) times[list] = saidAt(current, list);
  const next: Current = { at: current.at, values: { ...current.values } };
  for (const list of lists) if (current[list]) takeOver(next, current, list);
  if (current.mentioned) next.mentioned = current.mentioned;
  let changed = false;
  let newer = false;

  const says = (what: string): boolean => {
    const before = times[what];
    if (before !== undefined && at < before) return false;
    if (before === undefined || at > before) newer = true;
    times[what] = at;
    return true;
  };
  for (const [attribute, value] of Object.entries(statement.values)) {
    if (!says(attribute)) continue;
    if (next.values[attribute] !== value) changed = true;
    next.values[attribute] = value;
  }
  for (const list of lists) {
    const said = statement[list];
    if (!said?.length) continue;
    if (statement.mention && list !== 'tags') {
      const known = next.mentioned?.[list] ?? [];
      const written = new Set([...known, ...(next[list] ?? [])].map(plainly));
      const added = said.filter((one) => !written.has(plainly(one)));
      if (added.length === 0) continue;
      const all = [...known, ...added] as (typeof said)[number][];
      all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      next.mentioned = { ...next.mentioned, [list]: all };
      changed = true;
      if (!next.at) next.at = at;
    } else if (says(list)) {
      if (!equal(next[list], said)) changed = true;
      Object.assign(next, { [list]: said });
    }
  }
  for (const what of statement.forgets ?? []) {
    if (times[what] === undefined || at < times[what]) continue;
    delete times[what];
    delete next.values[what];
    if (what in next) Object.assign(next, { [what]: undefined });
    changed = true;
  }
  if (!changed && !newer) return { current, changed, newer };
  const latest = [next.at, ...Object.values(times)].sort().at(-1)!;
  next.at = latest;
  const older = Object.fromEntries(Object.entries(times).filter(([, time]) => time !== latest));
  if (Object.keys(older).length > 0) next.older = older;
  return { current: next, changed, newer };
}

/** Every mailbox, phone and handle of a record, as received: what it states first, then what others mention. */
export function pointersOf(said: Pick<Current, 'emails' | 'phones' | 'handles' | 'mentioned'>): {
  emails: string[];
  phones: string[];
  handles: { kind: string; value: string }[];
} {
  const { mentioned } = said;
  return {
    emails: [...(said.emails ?? []), ...(mentioned?.emails ?? [])],
    phones: [...(said.phones ?? []), ...(mentioned?.phones ?? [])],
    handles: [...(said.handles ?? []), ...(mentioned?.handles ?? [])],
  };
}
