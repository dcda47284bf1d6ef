const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A Salesforce id of 18 characters: three for the object, twelve that count, and three that say which of the fifteen
 * are upper case (so that the id survives systems that ignore case).
 */
export function salesforceId(prefix: '001' | '003' | '005' | '006' | '00T', number: number): string {
  let count = '';
  for (let left = number; left > 0; left = Math.floor(left / 62)) count = DIGITS[left % 62]! + count;
  const id = `${prefix}5g${count.padStart(10, '0')}`;
  let check = '';
  for (let part = 0; part < 15; part += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(id[part + at]!)) bits |= 1 << at;
    check += SUFFIX[bits];
  }
  return id + check;
}
