/** A word as SQL writes it. */
export const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;

/**
 * JSON text under way: what is always the same, and SQL of what is not (a text that is never NULL), in turn. It becomes a
 * tree of `||`, which moves whole blocks. `concat` goes through the letters of each part to find its end, at every level;
 * `row_to_json` looks up every column's type for every row.
 */
export class JsonText {
  readonly #parts: { fixed: boolean; sql: string }[] = [];

  fixed(words: string): this {
    const last = this.#parts.at(-1);
    if (last?.fixed) last.sql += words;
    else this.#parts.push({ fixed: true, sql: words });
    return this;
  }

  sql(expression: string): this {
    this.#parts.push({ fixed: false, sql: expression });
    return this;
  }

  add(other: JsonText): this {
    for (const part of other.#parts)
      if (part.fixed) this.fixed(part.sql);
      else this.sql(part.sql);
    return this;
  }

  toString(): string {
    const parts = this.#parts.map(({ fixed, sql }) => (fixed ? quoted(sql) : sql));
    return parts.length === 1 ? `${parts[0]}::text` : joined(parts);
  }
}

/** Halves, and halves of halves: each letter is moved a few times, and not once for each part that follows it. */
function joined(parts: readonly string[]): string {
  if (parts.length === 1) return parts[0]!;
  const middle = (parts.length + 1) >> 1;
  return `(${joined(parts.slice(0, middle))} || ${joined(parts.slice(middle))})`;
}
