import { useIntl } from 'react-intl';
import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Card } from '#ui/card/card.tsx';
import { HoverNote } from '#ui/hover/hover-note.tsx';
import styles from './about-card.module.css';

/** What the about card asks: identifiers, companies, and the chosen values with where each came from. */
export const AboutFragment = graphql(`
  fragment About on Customer {
    id
    createdAt
    emails { value display weak sourceNames }
    phones { value display weak sourceNames }
    handles { value display weak sourceNames }
    companies { isMain role sourceName company { id name } }
    profile {
      jobTitle { value sourceName rule observedAt }
      language { value sourceName rule observedAt }
      timeZone { value sourceName rule observedAt }
      city { value sourceName rule observedAt }
      country { value sourceName rule observedAt }
      birthDate { value sourceName rule observedAt }
      website { value sourceName rule observedAt }
      lifecycle { value sourceName rule observedAt }
    }
  }
`);

type Golden = { value: string; sourceName: string; rule: string; observedAt: string };

const profileRows: readonly (readonly [keyof NonNullable<ProfileOf>, MessageId])[] = [
  ['jobTitle', 'about.jobTitle'],
  ['language', 'about.language'],
  ['city', 'about.city'],
  ['country', 'about.country'],
  ['timeZone', 'about.timeZone'],
  ['birthDate', 'about.birthDate'],
  ['website', 'about.website'],
  ['lifecycle', 'about.lifecycle'],
];

type ProfileOf = {
  jobTitle: Golden | null;
  language: Golden | null;
  timeZone: Golden | null;
  city: Golden | null;
  country: Golden | null;
  birthDate: Golden | null;
  website: Golden | null;
  lifecycle: Golden | null;
};

/** Who this is, as the sources say it; every value names the source that it was taken from. */
export function AboutCard({ customer }: { customer: { id: string } & FragmentOf<typeof AboutFragment> }) {
  const say = useWords();
  const { locale } = useIntl();
  const { date } = useFormat();
  const about = useOwned(AboutFragment, customer);
  const known = profileRows.filter(([name]) => about.profile[name]);
  const missing = profileRows.length - known.length;
  const written = (name: keyof ProfileOf, value: string) =>
    name === 'language' || name === 'country'
      ? display(locale, name === 'country' ? 'region' : 'language', value)
      : name === 'birthDate'
        ? date(value)
        : value;
  const contact = (label: MessageId, all: typeof about.emails, href?: string) =>
    all.length > 0 && (
      <div>
        <dt>{say(label)}</dt>
        <dd>
          <ul className={styles.values}>
            {all.map((each) => (
              <li key={each.value} data-weak={each.weak || undefined}>
                {href ? (
                  <a href={`${href}${each.value}`}>
                    <Breakable text={each.display} />
                  </a>
                ) : (
                  each.display
                )}
                {each.weak && <small>{say('about.weak')}</small>}
                <small className={styles.from}>{each.sourceNames.join(', ')}</small>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    );
  return (
    <Card title={say('about.title')}>
      <dl className={styles.facts}>
        {contact('about.email', about.emails, 'mailto:')}
        {contact('about.phone', about.phones, 'tel:')}
        {contact('about.handle', about.handles)}
        {about.companies.length > 0 && (
          <div>
            <dt>{say('about.company')}</dt>
            <dd>
              <ul className={styles.values}>
                {about.companies.map(({ company, role, isMain, sourceName }) => (
                  <li key={company.id}>
                    <a
                      href={`/customers?company=${encodeURIComponent(company.id)}`}
                      data-main={isMain || undefined}
                    >
                      {company.name}
                    </a>
                    {role && <span>{role}</span>}
                    <small className={styles.from}>{sourceName}</small>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {known.map(([name, label]) => {
          const golden = about.profile[name];
          return (
            golden && (
              <div key={name}>
                <dt>{say(label)}</dt>
                <dd>
                  <HoverNote
                    note={say('about.provenance', {
                      source: golden.sourceName,
                      rule: golden.rule,
                      at: date(golden.observedAt),
                    })}
                  >
                    {written(name, golden.value)}
                  </HoverNote>
                </dd>
              </div>
            )
          );
        })}
        <div>
          <dt>{say('about.since')}</dt>
          <dd>{date(about.createdAt)}</dd>
        </div>
      </dl>
      {missing > 0 && <p className={styles.missing}>{say('about.missing', { count: missing })}</p>}
    </Card>
  );
}

/** A mail address that breaks before its @ where it must break at all. */
function Breakable({ text }: { text: string }) {
  const at = text.indexOf('@');
  if (at < 1) return text;
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}

function display(locale: string, type: 'region' | 'language', code: string): string {
  if (!/^[a-z]{2,3}$/i.test(code)) return code;
  return (
    new Intl.DisplayNames(locale, { type }).of(type === 'region' ? code.toUpperCase() : code.toLowerCase()) ??
    code
  );
}
