/** More keys than this are left to the engine. */
const fewKeys = 32;

/** The keys of an object in the order of their letters. Asked for every part of every row of an import: what is few is sorted in place. */
export function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  if (keys.length > fewKeys) return keys.sort();
  for (let place = 1; place < keys.length; place += 1) {
    const key = keys[place]!;
    let before = place - 1;
    for (; before >= 0 && keys[before]! > key; before -= 1) keys[before + 1] = keys[before]!;
    keys[before + 1] = key;
  }
  return keys;
}

const quoted = new Map<string, string>();
const mostQuoted = 2_000;

/** A key as JSON writes it, with the colon after it. There are few, and each comes thousands of times. */
export function jsonKey(key: string): string {
  let text = quoted.get(key);
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`;
    if (quoted.size >= mostQuoted) quoted.clear();
    quoted.set(key, text);
  }
  return text;
}

// What JSON writes otherwise than it stands: quotes, backslashes, control characters, halves of characters.
const escaped = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A text as JSON writes it. Most texts hold nothing to escape, and asking the engine for each costs more than looking. */
export const jsonText = (text: string): string => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);
