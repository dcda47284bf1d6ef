import type { DataClass } from '#modules/house';
import { type Asker, policy, type Rule, type Verb, type Verdict } from './policy.ts';

/** What is asked about: one field, for one verb. */
export interface Asked {
  verb: Verb;
  type: string;
  field: string;
  dataClass: DataClass;
}

const fits = (rule: Rule, who: string, asked: Asked): boolean =>
  rule.who.includes(who as Asker) &&
  rule.verb === asked.verb &&
  (rule.type === '*' || rule.type === asked.type) &&
  (rule.fields === '*' || rule.fields.includes(asked.field)) &&
  (!rule.classes || rule.classes.includes(asked.dataClass));

const isSuchRow = (where: NonNullable<Rule['where']>, row: Readonly<Record<string, unknown>>): boolean => {
  const value = row[where.column];
  return typeof value !== 'string' || value.toLowerCase() === where.is;
};

/**
 * Says what the table says: the first rule that fits, and `deny` when none does. A rule about certain rows fits a row that
 * does not say what it is, and, when no row is given, it fits as well: the stricter answer.
 */
export function decide(
  who: string,
  asked: Asked,
  row?: Readonly<Record<string, unknown>>,
  table: readonly Rule[] = policy,
): Verdict {
  for (const rule of table)
    if (fits(rule, who, asked) && (!rule.where || !row || isSuchRow(rule.where, row))) return rule.verdict;
  return 'deny';
}

/** How a field may leave in a file: by the lines for what leaves, and never more of it than is read. */
export function decideTaking(
  who: string,
  asked: Omit<Asked, 'verb'>,
  table: readonly Rule[] = policy,
): Verdict {
  const verdicts = (['read', 'export'] as const).map((verb) =>
    decide(who, { ...asked, verb }, undefined, table),
  );
  return verdicts.includes('deny') ? 'deny' : verdicts.includes('mask') ? 'mask' : 'allow';
}

/** Whether the answer depends on the row. */
export const dependsOnRow = (who: string, asked: Asked, table: readonly Rule[] = policy): boolean => {
  for (const rule of table) if (fits(rule, who, asked)) return rule.where !== undefined;
  return false;
};

/** How a role sees a field: as it is, not at all, masked in every row, or masked in rows where a column says so. */
export type Sight = 'plain' | 'never' | { masked: true } | { maskedWhere: { column: string; is: string } };

/** How the table lets somebody see a field, for readers that look at all rows at once. */
export function sightOf(who: string, asked: Asked, table: readonly Rule[] = policy): Sight {
  const fitting = table.filter((rule) => fits(rule, who, asked));
  const [first, second] = fitting;
  if (!first) return 'never';
  if (!first.where)
    return first.verdict === 'allow' ? 'plain' : first.verdict === 'mask' ? { masked: true } : 'never';
  const elseAllowed = second && !second.where && second.verdict === 'allow';
  return first.verdict === 'mask' && elseAllowed ? { maskedWhere: first.where } : 'never';
}

/** Whether a rule names this very field (or its whole type), so that somebody has thought of it. */
export const isNamed = (asked: Asked, table: readonly Rule[] = policy): boolean =>
  table.some(
    (rule) =>
      rule.verb === asked.verb &&
      rule.type === asked.type &&
      (rule.fields === '*' || rule.fields.includes(asked.field)) &&
      rule.verdict === 'allow',
  );
