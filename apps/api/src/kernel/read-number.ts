import { accept, type Result, refuse } from './result.ts';

const coin = '[€$£¥₣]|[A-Z]{3}|[Ll]ei|[Ff]r\\.?';
const dressed = new RegExp(
  `^(?:(?:${coin})\\s*)?([-+]?)\\s*(?:(?:${coin})\\s*)?([\\d.,]+(?:[eE][-+]?\\d{1,3})?)\\s*(?:${coin}|%)?$`,
);

// Digits that mean the same wherever they come from, as most are.
const plainDigits = /^\d{1,15}(?:\.\d{1,2})?$/;

/**
 * The number that a text of another system names. Reads signs, brackets for minus, currencies around it, spaces and
 * apostrophes between thousands, and either decimal sign; `decimal` decides only where the text leaves it open (`1,500`).
 */
export function readNumber(text: string, decimal: '.' | ','): Result<number, string> {
  if (plainDigits.test(text)) return accept(Number(text));
  const no = refuse(`${text} is not a number`);
  let plain = text
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^−/, '-');
  let sign = 1;
  if (plain.startsWith('(') && plain.endsWith(')')) {
    sign = -1;
    plain = plain.slice(1, -1);
  }
  const m = dressed.exec(plain);
  if (!m) return no;
  if (m[1] === '-') sign = -sign;
  const digits = inEnglish(m[2]!, decimal);
  const value = digits === undefined ? Number.NaN : Number(digits) * sign;
  return Number.isFinite(value) ? accept(value === 0 ? 0 : value) : no;
}

/** Digits with a point for the decimal sign and nothing between thousands; `undefined` when they are in disorder. */
function inEnglish(digits: string, decimal: '.' | ','): string | undefined {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points + commas === 0) return digits;
  const sign = decimalSign(digits, points, commas, decimal);
  const [whole, fraction] = sign ? cutAtLast(digits, sign) : [digits, ''];
  const between = sign === ',' ? '.' : sign === '.' ? ',' : points ? '.' : ',';
  if (whole.includes(between) && !inThousands(whole.split(between))) return undefined;
  if (/[.,]/.test(fraction) || whole.split(between).join('').match(/[.,]/)) return undefined;
  return `${whole.split(between).join('') || '0'}.${fraction || '0'}`;
}

function decimalSign(
  digits: string,
  points: number,
  commas: number,
  habit: '.' | ',',
): '.' | ',' | undefined {
  if (points && commas) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (points + commas > 1) return undefined;
  const only = points ? '.' : ',';
  const couldBeThousands = /^\d{1,3}[.,]\d{3}$/.test(digits) && !digits.startsWith('0');
  return couldBeThousands && only !== habit ? undefined : only;
}

const cutAtLast = (digits: string, sign: string): [string, string] => {
  const at = digits.lastIndexOf(sign);
  return [digits.slice(0, at), digits.slice(at + 1)];
};

const inThousands = (groups: string[]): boolean =>
  /^\d{1,3}$/.test(groups[0]!) && groups.slice(1).every((group) => /^\d{3}$/.test(group));
