const say = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/**
 * Where `actual` differs from `expected`, one sentence each; an empty list when it does not. Numbers may differ by
 * `tolerance` (absolute, and relative to the expected value where that is above one). Fields that `expected` does not name are free.
 */
export function differences(actual: unknown, expected: unknown, tolerance = 1e-9, at = 'it'): string[] {
  if (typeof expected === 'number') {
    const near =
      typeof actual === 'number' &&
      Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return near ? [] : [`${at} is ${say(actual)}, not ${expected}`];
  }
  if (expected === null || typeof expected !== 'object')
    return actual === expected ? [] : [`${at} is ${say(actual)}, not ${say(expected)}`];
  if (actual === null || typeof actual !== 'object') return [`${at} is ${say(actual)}, not ${say(expected)}`];
  const missing =
    Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)
      ? [`${at} has not ${expected.length} entries`]
      : [];
  return [
    ...missing,
    ...Object.entries(expected).flatMap(([key, value]) =>
      differences((actual as Record<string, unknown>)[key], value, tolerance, `${at}.${key}`),
    ),
  ];
}
