/** True when JSON text holds a character that PostgreSQL cannot keep: NUL, or half of a surrogate pair. */
export function hasUnstorableText(json: string): boolean {
  if (!json.includes('\\u')) return false;
  // JSON.stringify writes both as escapes; a backslash that was itself escaped does not count.
  for (const [found] of json.matchAll(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g))
    if (found.length === 6) return true;
  return false;
}

/** The same for text itself. */
export const isStorable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

/** The same value with characters that PostgreSQL cannot keep shown as `�`, so that it can be kept and looked at. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\0|\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map(storable);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [storable(key) as string, storable(part)]),
    );
  return value;
}
