import { WireList } from './wire-list.ts';

/** Whether an element of a list can stand without quotes: nothing that PostgreSQL's list syntax gives a meaning. */
const plain = /^[\w.+:-]+$/;
const special = /[\\"]/;

const element = (text: string): string => {
  if (plain.test(text) && (text.length !== 4 || text.toLowerCase() !== 'null')) return text;
  return special.test(text) ? `"${text.replace(/[\\"]/g, '\\$&')}"` : `"${text}"`;
};

const isoYear = (date: Date): boolean => {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
};

/** A moment as PostgreSQL reads it, also before Christ and after the year 9999. */
function moment(date: Date): string {
  if (isoYear(date)) return date.toISOString();
  const [day, time] = [date.toISOString().replace(/^[+-]?\d+/, ''), date.getUTCFullYear()];
  const year = String(time < 1 ? 1 - time : time).padStart(4, '0');
  return `${year}${day}${time < 1 ? ' BC' : ''}`;
}

function list(items: readonly unknown[]): string {
  let text = '{';
  for (let place = 0; place < items.length; place += 1) {
    if (place > 0) text += ',';
    const item = items[place];
    if (item === null || item === undefined) text += 'NULL';
    else if (typeof item === 'string') text += element(item);
    else if (typeof item === 'number' || typeof item === 'boolean' || typeof item === 'bigint') text += item;
    else if (item instanceof Date) text += `"${moment(item)}"`;
    else if (Array.isArray(item)) text += list(item);
    else if (Buffer.isBuffer(item)) text += `"\\\\x${item.toString('hex')}"`;
    else text += element(JSON.stringify(item));
  }
  return `${text}}`;
}

/**
 * A value as it goes over the wire, in PostgreSQL's text form: lists in its own syntax, objects as JSON, moments in UTC, bytes as
 * they are. Written for lists of thousands: what needs no quotes gets none.
 */
export function wireValue(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof WireList) return value.bytes;
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Date) return moment(value);
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
