import type { CustomerLine } from '#modules/customers';

/** The languages in which a file names its columns. */
export const fileLanguages = ['en', 'it', 'fr', 'ro'] as const;

/** One of them. */
export type FileLanguage = (typeof fileLanguages)[number];

/** True for a word that is such a language. */
export const isFileLanguage = (word: string): word is FileLanguage =>
  (fileLanguages as readonly string[]).includes(word);

/** A customer as the file tells of them. */
export interface ToldCustomer extends CustomerLine {
  emails: readonly string[];
  phones: readonly string[];
}

/** How a country's spreadsheets write: what stands between cells, and before the cents. */
export interface Habits {
  separator: ',' | ';';
  decimal: '.' | ',';
}

/** How the spreadsheets of those who read a language write. Where cents stand behind a comma, no comma can stand between cells. */
export const habitsOf = (language: FileLanguage): Habits =>
  language === 'en' ? { separator: ',', decimal: '.' } : { separator: ';', decimal: ',' };

/** A column of the file. */
export interface ListColumn {
  /** By this the trail names it. */
  name: string;
  /** The field of the schema whose lines in the policy table decide whether it leaves. */
  field: readonly [type: string, field: string];
  /** Its header in each language. Our own importer knows those of what identifies and describes people. */
  header: Readonly<Record<FileLanguage, string>>;
  cell: (customer: ToldCustomer, habits: Habits) => string | number | null;
}

const time = (at: Date | null): string | null =>
  at === null ? null : at.toISOString().replace(/\.\d{3}Z$/, 'Z');
const list = (values: readonly string[]): string => values.join('; ');

const column = (
  name: string,
  field: `${string}.${string}`,
  [en, it, fr, ro]: readonly [string, string, string, string],
  cell: ListColumn['cell'],
): ListColumn => ({ name, field: field.split('.') as [string, string], header: { en, it, fr, ro }, cell });

/** The columns of a list that leaves, in their order. */
export const listColumns: readonly ListColumn[] = [
  column('id', 'Customer.id', ['Customer ID', 'ID cliente', 'ID client', 'ID client'], ({ id }) => id),
  column(
    'name',
    'Customer.displayName',
    ['Full name', 'Nome completo', 'Nom complet', 'Nume complet'],
    ({ displayName }) => displayName,
  ),
  column(
    'givenName',
    'CustomerProfile.givenName',
    ['First name', 'Nome', 'Prénom', 'Prenume'],
    ({ givenName }) => givenName,
  ),
  column(
    'familyName',
    'CustomerProfile.familyName',
    ['Last name', 'Cognome', 'Nom', 'Nume'],
    ({ familyName }) => familyName,
  ),
  column('emails', 'Customer.emails', ['E-mail', 'E-mail', 'E-mail', 'E-mail'], ({ emails }) => list(emails)),
  column('phones', 'Customer.phones', ['Phone', 'Telefono', 'Téléphone', 'Telefon'], ({ phones }) =>
    list(phones),
  ),
  column(
    'company',
    'Customer.companies',
    ['Company', 'Azienda', 'Entreprise', 'Companie'],
    ({ companyName }) => companyName,
  ),
  column(
    'jobTitle',
    'CustomerProfile.jobTitle',
    ['Job title', 'Ruolo', 'Fonction', 'Funcție'],
    ({ jobTitle }) => jobTitle,
  ),
  column('city', 'CustomerProfile.city', ['City', 'Città', 'Ville', 'Oraș'], ({ city }) => city),
  column(
    'country',
    'CustomerProfile.country',
    ['Country', 'Paese', 'Pays', 'Țară'],
    ({ country }) => country,
  ),
  column(
    'language',
    'CustomerProfile.language',
    ['Language', 'Lingua', 'Langue', 'Limbă'],
    ({ language }) => language,
  ),
  column(
    'stage',
    'Customer.stage',
    ['Journey stage', 'Fase del percorso', 'Étape du parcours', 'Etapa parcursului'],
    ({ stage }) => stage,
  ),
  column(
    'owner',
    'Customer.ownerName',
    ['Owner', 'Responsabile', 'Responsable', 'Responsabil'],
    ({ ownerName }) => ownerName,
  ),
  column('tags', 'Customer.tags', ['Tags', 'Etichette', 'Étiquettes', 'Etichete'], ({ tags }) => list(tags)),
  column(
    'openDeals',
    'CustomerSummary.openDeals',
    ['Open deals', 'Trattative aperte', 'Affaires en cours', 'Oportunități deschise'],
    ({ openDeals }) => openDeals,
  ),
  column(
    'openDealValue',
    'CustomerSummary.openDealValue',
    [
      'Value of open deals',
      'Valore delle trattative aperte',
      'Valeur des affaires en cours',
      'Valoarea oportunităților deschise',
    ],
    ({ openDealValue }, { decimal }) => openDealValue.toFixed(2).replace('.', decimal),
  ),
  column(
    'currency',
    'CustomerSummary.openDealValue',
    ['Currency', 'Valuta', 'Devise', 'Monedă'],
    ({ currency }) => currency,
  ),
  column(
    'openTickets',
    'CustomerSummary.openTickets',
    ['Open tickets', 'Ticket aperti', 'Tickets ouverts', 'Tichete deschise'],
    ({ openTickets }) => openTickets,
  ),
  column(
    'emailConsent',
    'CustomerSummary.emailConsent',
    ['E-mail consent', 'Consenso e-mail', 'Consentement e-mail', 'Acord e-mail'],
    ({ emailConsent }) => emailConsent ?? 'unknown',
  ),
  column(
    'remembered',
    'CustomerSummary.remembered',
    [
      'Remembers us (0–100)',
      'Ci ricorda (0–100)',
      'Se souvient de nous (0–100)',
      'Își amintește de noi (0–100)',
    ],
    ({ remembered }) => remembered,
  ),
  column(
    'lastInteraction',
    'CustomerSummary.lastInteractionAt',
    ['Last contact', 'Ultimo contatto', 'Dernier contact', 'Ultimul contact'],
    ({ lastInteractionAt }) => time(lastInteractionAt),
  ),
  column(
    'knownSince',
    'Customer.createdAt',
    ['Known since', 'Conosciuto dal', 'Connu depuis', 'Cunoscut din'],
    ({ createdAt }) => time(createdAt),
  ),
];
