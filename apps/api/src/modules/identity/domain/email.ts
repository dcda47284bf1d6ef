import { domainToASCII } from 'node:url';

/** A mailbox: the address as we write it, and the form in which two spellings of one mailbox are equal. */
export interface Mailbox {
  /** Lower case, ASCII domain: `ada+news@x.org`. */
  address: string;
  /** Without the +tag, and without the dots that Gmail ignores: `ada@x.org`. */
  mailbox: string;
  /** A role or a placeholder: it identifies nobody. */
  weak: boolean;
}

// Mailboxes of a desk, not of a person, in the languages we serve.
const roles = new Set(
  `abuse accounting accounts admin administration administrator administrare amministrazione acquisti achats
  billing booking bookings careers clienti clients comenzi commande commandes commercial commerciale comptabilite contabilitate contabilita
  contact contacts contatti contatto contacte customerservice customercare direction direzione do-not-reply donotreply enquiries enquiry
  facturation facturi facture fatture fatturazione feedback finance hello help helpdesk hr info informatii informations informazioni inquiries
  invoices it jobs kontakt legal mail mailer-daemon marketing media newsletter no-reply noreply nepasrepondre non-rispondere nonrispondere nu-raspunde
  office operations ordini orders ordini payments postmaster prenotazioni press privacy procurement purchasing reception receptie recrutement
  reservations rezervari root sales salut salutare secretariat secretar segreteria service serviceclient servizio servizioclienti shop spam
  staff stampa suport suportclienti support supporto team ufficio vendite ventes vanzari webmaster welcome`.split(
    /\s+/,
  ),
);

const placeholderLocals = new Set(
  'test tests testing none no na nil null nomail noemail no-email no-mail nobody noone unknown undefined anonymous anonim anonyme anonimo asdf asdfasdf qwerty xxx xxxx aaa abc example email e-mail fake dummy placeholder notprovided not-provided invalid'.split(
    ' ',
  ),
);
const placeholderDomains = new Set([
  'none.com',
  'none.none',
  'noemail.com',
  'nomail.com',
  'test.test',
  'email.invalid',
]);
const dotless = new Set(['gmail.com', 'googlemail.com']);
const shape = /^[^\s@"<>,;:()]+@[^\s@"<>,;:()]+\.[^\s@"<>,;:().]{2,}$/;
const cache = new Map<string, Mailbox | null>();

/** Reads an e-mail address as received; `null` for text that is none. */
export function readEmail(raw: string): Mailbox | null {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  const read = parse(raw);
  if (cache.size > 50_000) cache.clear();
  cache.set(raw, read);
  return read;
}

function parse(raw: string): Mailbox | null {
  const angled = /<([^<>]+)>\s*$/.exec(raw);
  const text = (angled?.[1] ?? raw)
    .trim()
    .replace(/^mailto:/i, '')
    .normalize('NFKC')
    .toLowerCase();
  if (text.length > 254 || !shape.test(text)) return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const written = text.slice(at + 1);
  const domain = /^[\u0021-\u007e]+$/.test(written) ? written : domainToASCII(written);
  if (!domain || local.startsWith('.') || domain.startsWith('.')) return null;
  const untagged = local.indexOf('+') > 0 ? local.slice(0, local.indexOf('+')) : local;
  const bare = dotless.has(domain) ? untagged.replaceAll('.', '') : untagged;
  return {
    address: `${local}@${domain}`,
    mailbox: `${bare || local}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`,
    weak:
      roles.has(untagged) ||
      roles.has(untagged.replaceAll('.', '')) ||
      placeholderLocals.has(untagged) ||
      placeholderDomains.has(domain) ||
      domain.endsWith('.invalid'),
  };
}

const freeProviders = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.it hotmail.fr live.com live.it live.fr msn.com yahoo.com yahoo.it yahoo.fr yahoo.ro
  ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.com gmx.net gmx.de mail.com mail.ru yandex.ru yandex.com zoho.com
  libero.it virgilio.it tiscali.it alice.it tin.it orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr yahoo.co.uk comcast.net
  verizon.net att.net web.de t-online.de fastwebnet.it email.it`.split(/\s+/),
);

/** True for the domain of a provider of mailboxes, which names no company. */
export const isFreeProvider = (domain: string): boolean => freeProviders.has(domain);
