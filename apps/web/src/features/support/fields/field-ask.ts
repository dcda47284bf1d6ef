/** Tickets by what stands in a field of one's own, as an address says it. */
export interface FieldAsk {
  key: string;
  isEmpty?: boolean;
  choices?: string[];
  yes?: boolean;
  text?: string;
  from?: string;
  until?: string;
}

const word = (text: string) => encodeURIComponent(text).replace(/\./g, '%2E');

/** Asks in an address: `colour:red,blue;seats@10..20;warranty!yes;serial~ZZ;parts!empty`. */
export const writeAsks = (asks: readonly FieldAsk[]): string =>
  asks
    .map(({ key, isEmpty, choices, yes, text, from, until }) => {
      if (isEmpty !== undefined) return `${key}!${isEmpty ? 'empty' : 'filled'}`;
      if (choices?.length) return `${key}:${choices.map(word).join(',')}`;
      if (yes !== undefined) return `${key}!${yes ? 'yes' : 'no'}`;
      if (text) return `${key}~${word(text)}`;
      return `${key}@${word(from ?? '')}..${word(until ?? '')}`;
    })
    .join(';');

const plain = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function readAsk(part: string): FieldAsk | null {
  const [, key, sign, said] = /^([a-z0-9-]{1,80})([:!~@])(.+)$/.exec(part) ?? [];
  if (!key || !said) return null;
  if (sign === ':') return { key, choices: said.split(',').filter(Boolean).map(plain) };
  if (sign === '~') return { key, text: plain(said) };
  if (sign === '@') {
    const [from, until] = said.split('..').map(plain);
    return from || until ? { key, ...(from ? { from } : {}), ...(until ? { until } : {}) } : null;
  }
  if (said === 'yes' || said === 'no') return { key, yes: said === 'yes' };
  return said === 'empty' || said === 'filled' ? { key, isEmpty: said === 'empty' } : null;
}

/** The asks of an address; what nobody can mean is left out. */
export const readAsks = (text: string | undefined): FieldAsk[] =>
  (text ?? '')
    .split(';')
    .slice(0, 20)
    .flatMap((part) => readAsk(part) ?? []);
