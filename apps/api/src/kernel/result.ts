/** What a decision answers with when it may refuse: a value, never a throw. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** The happy half of a Result. */
export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** The refusing half of a Result. */
export const refuse = <Refusal>(refusal: Refusal): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal,
});
