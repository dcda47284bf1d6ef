import { eachKeptKey, type RecordKey } from './domain/engine/match-one.ts';
import type { RecordTable } from './domain/engine/record-table.ts';
import type { KnownRecord } from './known-record.ts';

/** Customers compared with one record, at most: those who share most keys with it. */
export const comparedAtMost = 12;

/** The keys by which forms are found (each form by its words), and which records share them. */
export class SharedKeys {
  private readonly keys = new Map<string, RecordKey[]>();
  private readonly noted = new Map<KnownRecord, string>();
  private readonly sharing = new Map<number, KnownRecord[]>();
  private readonly tooMany = new Set<number>();
  /** Keys of which it is noted who shares them: those of forms that are placed, as long as nobody else is asked about. */
  private asked: ReadonlySet<number> | null;
  private readonly placed: ReadonlySet<string>;
  /** Customers who take a place among those nearest to a form, and are not worth a look. */
  private readonly distant = new Map<string, { customerId: string; shared: number }[]>();

  /** Begins with the forms of a table, which are those that will be asked about. */
  constructor(table: RecordTable) {
    this.add(table);
    this.placed = new Set(this.keys.keys());
    this.asked = new Set([...this.keys.values()].flatMap((keys) => keys.map(({ key }) => key)));
  }

  /** The keys of a form; nothing for one that was never met. */
  of(words: string): readonly RecordKey[] | undefined {
    return this.keys.get(words);
  }

  /** Adds the keys of the forms of a table, or of some of them. */
  add(table: RecordTable, meant?: { keys(): Iterable<string>; has(words: string): boolean }): void {
    for (const words of meant?.keys() ?? table.ids) this.keys.set(words, []);
    eachKeptKey(
      table,
      (row, key, cap, identifies) => this.keys.get(table.ids[row]!)!.push({ key, cap, identifies }),
      0,
      table.size,
      meant && ((row) => meant.has(table.ids[row]!)),
    );
  }

  /** Too many share these to say anything. */
  leaveOut(keys: Iterable<number>): void {
    for (const key of keys) this.tooMany.add(key);
  }

  /** A customer who shares so many keys with a form that they are among its nearest, and of whom nobody will ask. */
  keepPlace(words: string, customerId: string, shared: number): void {
    const others = this.distant.get(words);
    if (others) others.push({ customerId, shared });
    else this.distant.set(words, [{ customerId, shared }]);
  }

  /** Takes in what a record says now, by its words; what it said before is forgotten. */
  note(record: KnownRecord, words: string): void {
    const before = this.noted.get(record);
    if (before === words) return;
    if (before !== undefined)
      for (const { key } of this.keys.get(before)!) {
        const sharing = this.sharing.get(key);
        sharing?.splice(sharing.indexOf(record), 1);
      }
    this.noted.set(record, words);
    this.share(record, words);
  }

  private share(record: KnownRecord, words: string): void {
    for (const { key } of this.keys.get(words)!) {
      if (this.asked && !this.asked.has(key)) continue;
      const sharing = this.sharing.get(key);
      if (sharing) sharing.push(record);
      else this.sharing.set(key, [record]);
    }
  }

  private noteEveryKey(): void {
    this.asked = null;
    this.sharing.clear();
    for (const [record, words] of this.noted) this.share(record, words);
  }

  /** Customers who share keys with a record, the most shared first. A key that too many share says nothing. */
  near(record: KnownRecord, words: string): string[] {
    if (this.asked && !this.placed.has(words)) this.noteEveryKey();
    const shared = new Map<string, number>();
    for (const { key, cap } of this.keys.get(words)!) {
      const sharing = this.sharing.get(key);
      if (!sharing || sharing.length > cap || this.tooMany.has(key)) continue;
      const seen = sharing.length > 1 ? new Set<string>() : null;
      for (const { customerId } of sharing) {
        if (customerId === record.customerId || seen?.has(customerId)) continue;
        seen?.add(customerId);
        shared.set(customerId, (shared.get(customerId) ?? 0) + 1);
      }
    }
    for (const one of this.distant.get(words) ?? [])
      if (!shared.has(one.customerId)) shared.set(one.customerId, one.shared);
    if (shared.size <= comparedAtMost) return [...shared.keys()];
    return [...shared]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, comparedAtMost)
      .map(([customerId]) => customerId);
  }
}
