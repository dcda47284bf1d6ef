import { getDomain } from 'tldts';
import { readCountry } from '#kernel/read-country';
import type { CompanyToWrite, GoldenRecord } from '#modules/customers';
import type { CompanyRef } from '#modules/house';
import { isFreeProvider } from './email.ts';
import { foldText } from './fold.ts';
import { type Current, saidAt } from './statement.ts';

const legalForms = new Set(
  'inc incorporated corp corporation co company llc llp ltd limited plc gmbh ag kg sa sas sarl srl spa snc sas sl bv nv oy ab as aps sro srls ei eurl scop pfa ii holding group'.split(
    ' ',
  ),
);

/** The name by which equal companies are equal: folded, without its legal form. */
export function matchName(name: string): string {
  const words = foldText(name.replace(/\b([A-Za-z])\.(?=[A-Za-z]\b)/g, '$1')).split(' ');
  const kept = words.filter((word) => !legalForms.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

/** A company's own domain, from a domain or an address; none for a provider of mailboxes. */
export function companyDomain(text: string | undefined): string | null {
  if (!text) return null;
  const domain = getDomain(text.trim().toLowerCase());
  return domain && !isFreeProvider(domain) ? domain : null;
}

/** What a signal says of a company, normalised. */
export interface CompanyClaim {
  key: string;
  name: string | null;
  matchName: string | null;
  domain: string | null;
  country: string | null;
  values: Record<string, string>;
}

/** Reads how a signal points at a company; `null` when it points at none. */
export function readCompany(ref: CompanyRef): CompanyClaim | null {
  const { extra, ...profile } = ref.profile ?? {};
  const values: Record<string, string> = {};
  const say = (attribute: string, value: unknown) => {
    const text =
      typeof value === 'string'
        ? value
            .replaceAll('\u0000', '')
            .replace(/\p{Surrogate}/gu, '\ufffd')
            .trim()
        : '';
    if (text) values[attribute] = text;
  };
  for (const [attribute, value] of Object.entries(profile)) say(attribute, value);
  for (const [column, value] of Object.entries(extra ?? {})) say(`extra.${column}`, value);
  say('name', ref.name ?? profile.name);
  say('domain', ref.domain ?? profile.domain);
  const domain = companyDomain(values.domain) ?? companyDomain(values.website);
  const name = values.name ?? null;
  const match = name ? matchName(name) || null : null;
  const country = readCountry(values.country);
  const named = match ? `name:${match.slice(0, 300)}${country ? `|${country}` : ''}` : null;
  const key = ref.key?.trim() || (domain ? `domain:${domain}` : named);
  if (!key) return null;
  return { key, name, matchName: match, domain, country, values };
}

/** A company that exists, as far as matching needs to know it. */
export interface KnownCompany {
  id: string;
  matchName: string;
  domain: string | null;
  country: string | null;
}

/**
 * The company a claim means: the one with its domain, else the only one with its name whose domain and country do not
 * contradict. `null` when there is none, or more than one.
 */
export function matchCompany(claim: CompanyClaim, known: readonly KnownCompany[]): KnownCompany | null {
  if (claim.domain) {
    const same = known.filter(({ domain }) => domain === claim.domain);
    if (same.length > 0) return same.find(({ matchName }) => matchName === claim.matchName) ?? same[0]!;
  }
  if (!claim.matchName) return null;
  const fitting = known.filter(
    (company) =>
      company.matchName === claim.matchName &&
      (!company.domain || !claim.domain) &&
      (!company.country || !claim.country || company.country === claim.country),
  );
  return fitting.length === 1 ? fitting[0]! : null;
}

/** One record of a company, as the rules of survivorship see it. */
export interface CompanyWitness {
  recordId: string;
  sourceName: string;
  key: string;
  createdAt: string;
  current: Current;
}

/** What a company's records say together. */
export type GoldenCompany = Omit<CompanyToWrite, 'id'>;

/** Chooses each value of a company: the most recent observation; ties go by the order of keys. */
export function chooseCompany(witnesses: readonly CompanyWitness[]): GoldenCompany {
  const golden: GoldenRecord = {};
  const choose = (attribute: string): string | null => {
    const said = witnesses
      .filter(({ current }) => current.values[attribute])
      .map((witness) => ({ witness, at: saidAt(witness.current, attribute) }))
      .sort((a, b) => (a.at === b.at ? (a.witness.key < b.witness.key ? -1 : 1) : a.at > b.at ? -1 : 1));
    const [best, second] = said;
    if (!best) return null;
    const written = best.witness.current.values[attribute]!;
    const value = attribute === 'country' ? (readCountry(written) ?? written) : written;
    golden[attribute] = {
      value,
      recordId: best.witness.recordId,
      sourceName: best.witness.sourceName,
      rule: second ? 'most-recent' : 'only',
      at: best.at,
    };
    return value;
  };
  const written = choose('name');
  const domain =
    companyDomain(choose('domain') ?? undefined) ?? companyDomain(choose('website') ?? undefined);
  const name = written ?? domain ?? witnesses[0]?.key ?? '?';
  return {
    name,
    matchName: matchName(name),
    domain,
    industry: choose('industry'),
    phone: choose('phone'),
    city: choose('city'),
    country: choose('country'),
    website: choose('website'),
    ownerName: choose('ownerName'),
    golden,
    createdAt: witnesses.map(({ createdAt }) => createdAt).sort()[0]!,
  };
}
