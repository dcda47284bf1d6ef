import type { Result } from '#kernel/result';
import { type RefusalType, type RequestContext, refused } from '#platform/graphql';
import type { TicketChangeInput } from './desk.input.ts';

/** What a verb answered, as the graph says it; whatever was loaded before is yesterday's. */
export function answer<Value>(
  ctx: RequestContext,
  outcome: Result<Value, { code: string; message: string; field: string | null }>,
): Value | RefusalType {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
}

/** A wish without what was given as nothing, where nothing is no value of its own. */
export function withoutNulls<Wish extends object>(
  wish: Wish | null | undefined,
  keep: readonly string[] = ['priority', 'type', 'cause', 'assigneeId', 'teamId'],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wish ?? {}).filter(
      ([name, value]) => value !== undefined && (value !== null || keep.includes(name)),
    ),
  );
}

/** What is to be done with a ticket, as verbs take it: what stands in a field is said in the place of its kind. */
export function changeOf(
  input: TicketChangeInput | null | undefined,
  keep?: readonly string[],
): Record<string, unknown> {
  const { fields, ...rest } = input ?? {};
  const said = (fields ?? []).map(({ key, text, number, date, yes, choices }) => [
    key,
    [text || undefined, number, date, yes, choices?.length ? choices : undefined].find(
      (one) => one !== undefined && one !== null,
    ) ?? null,
  ]);
  return {
    ...withoutNulls(rest, keep),
    ...(said.length > 0 ? { fields: Object.fromEntries(said) } : {}),
  };
}
