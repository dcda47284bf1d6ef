import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { placeText } from '#lib/intl/places.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { lifecycleText } from '#lib/lifecycle-text.ts';
import { colleagueText, sourcesText, sourceText } from '#lib/source-text.ts';
import { useStore } from '#lib/store/store.ts';
import { may } from '#lib/viewer.ts';
import { Breakable } from '#ui/breakable.tsx';
import { Card } from '#ui/card/card.tsx';
import { HoverNote } from '#ui/hover/hover-note.tsx';
import styles from './about-card.module.css';
import { type CorrectedField, edit, editing } from './correction.ts';
import { Editable } from './editable.tsx';
import { CompaniesRow } from './places/companies-row.tsx';
import { TagsRow } from './tags-row.tsx';

/** What the about card asks: identifiers, companies, and the chosen values with where each came from. */
export const AboutFragment = graphql(`
  fragment About on Customer {
    id
    createdAt
    ownerName
    tags
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

interface Golden {
  value: string;
  sourceName: string;
  rule: string;
  observedAt: string;
}

interface Contact {
  value: string;
  display: string;
  weak: boolean;
  sourceNames: readonly string[];
}

type ProfileField =
  | 'jobTitle'
  | 'language'
  | 'city'
  | 'country'
  | 'timeZone'
  | 'birthDate'
  | 'website'
  | 'lifecycle';

const profileRows: readonly { name: ProfileField; label: MessageId; correctable?: CorrectedField }[] = [
  { name: 'jobTitle', label: 'about.jobTitle', correctable: 'jobTitle' },
  { name: 'language', label: 'about.language', correctable: 'language' },
  { name: 'city', label: 'about.city', correctable: 'city' },
  { name: 'country', label: 'about.country', correctable: 'country' },
  { name: 'timeZone', label: 'about.timeZone' },
  { name: 'birthDate', label: 'about.birthDate' },
  { name: 'website', label: 'about.website' },
  { name: 'lifecycle', label: 'about.lifecycle' },
];

const rules = ['pinned', 'only', 'most-recent', 'most-trusted', 'most-complete'] as const;

/** Who this is, as the sources say it; every value names the source that it was taken from, and can be corrected here. */
export function AboutCard({ customer }: { customer: { id: string } & FragmentOf<typeof AboutFragment> }) {
  const say = useWords();
  const { locale } = useIntl();
  const { date } = useFormat();
  const about = useOwned(AboutFragment, customer);
  const [filling, setFilling] = useState(false);
  const mayCorrect = may('Mutation.correctCustomer');
  const now = useStore(editing);
  // A value that is not known has its row while somebody fills it in.
  const wanted = (field: CorrectedField | undefined) =>
    field !== undefined && (filling || (now?.customerId === customer.id && now.field === field));
  const written = (name: ProfileField | CorrectedField, value: string): string => {
    if (name === 'lifecycle') return lifecycleText(value, say);
    if (name === 'language') return placeText(locale, 'language', value);
    if (name === 'country') return placeText(locale, 'region', value);
    return name === 'birthDate' ? date(`${value}T12:00:00`) : value;
  };
  const provenance = (golden: Golden): string => {
    const rule = rules.find((each) => each === golden.rule);
    return say('about.provenance', {
      source: sourceText(golden.sourceName, say),
      at: date(golden.observedAt),
      rule: rule ? say(`about.rule.${rule}` satisfies MessageId) : golden.rule,
    });
  };
  const contact = (
    label: MessageId,
    all: readonly Contact[],
    { href, field }: { href?: string; field?: 'email' | 'phone' } = {},
  ) => {
    if (all.length === 0 && !wanted(field)) return null;
    const list = (
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
            <small className={styles.from}>{sourcesText(each.sourceNames, say)}</small>
          </li>
        ))}
      </ul>
    );
    return (
      <Row label={label}>
        {field ? (
          <Editable block="div" customerId={about.id} field={field} value={all[0]?.display ?? ''}>
            {all.length > 0 ? list : <NotKnown />}
          </Editable>
        ) : (
          list
        )}
      </Row>
    );
  };
  const missing =
    profileRows.filter(({ name }) => !about.profile[name]).length +
    [about.emails, about.phones].filter((all) => all.length === 0).length;
  return (
    <Card title={say('about.title')}>
      <dl className={styles.facts}>
        {contact('about.email', about.emails, { href: 'mailto:', field: 'email' })}
        {contact('about.phone', about.phones, { href: 'tel:', field: 'phone' })}
        {contact('about.handle', about.handles)}
        {(about.companies.length > 0 || may('Mutation.addAffiliation')) && (
          <Row label="about.company">
            <CompaniesRow id={about.id} companies={about.companies} />
          </Row>
        )}
        {profileRows.map(({ name, label, correctable }) => {
          const golden = about.profile[name];
          if (!golden && !wanted(correctable)) return null;
          const shown = golden ? (
            <>
              <HoverNote note={provenance(golden)}>{written(name, golden.value)}</HoverNote>
              {golden.rule === 'pinned' && <small className={styles.from}>{say('lib.enteredHere')}</small>}
            </>
          ) : (
            <NotKnown />
          );
          return (
            <Row key={name} label={label}>
              {correctable ? (
                <Editable
                  customerId={about.id}
                  field={correctable}
                  value={golden?.value ?? ''}
                  show={(value) => written(name, value)}
                >
                  {shown}
                </Editable>
              ) : (
                shown
              )}
            </Row>
          );
        })}
        {(about.ownerName || mayCorrect) && (
          <Row label="customers.owner">
            <Editable customerId={about.id} field="ownerName" value={about.ownerName ?? ''}>
              {about.ownerName ? (
                <span title={about.ownerName}>{colleagueText(about.ownerName)}</span>
              ) : (
                <NotKnown text="customer.noOwner" />
              )}
            </Editable>
          </Row>
        )}
        {(about.tags.length > 0 || may('Mutation.tagCustomers')) && (
          <Row label="customer.tags">
            <TagsRow id={about.id} tags={about.tags} />
          </Row>
        )}
        <Row label="about.since">{date(about.createdAt)}</Row>
      </dl>
      {missing > 0 && (
        <p className={styles.missing}>
          {say('about.missing', { count: missing })}
          {mayCorrect && !filling && (
            <button
              type="button"
              onClick={() => {
                setFilling(true);
                const empty = firstEmpty(about);
                if (empty) edit(about.id, empty);
              }}
            >
              {say('about.fill')}
            </button>
          )}
        </p>
      )}
    </Card>
  );
}

function firstEmpty(about: {
  emails: readonly unknown[];
  phones: readonly unknown[];
  profile: Partial<Record<ProfileField, unknown>>;
}): CorrectedField | undefined {
  if (about.emails.length === 0) return 'email';
  if (about.phones.length === 0) return 'phone';
  return profileRows.find(({ name, correctable }) => correctable && !about.profile[name])?.correctable;
}

function Row({ label, children }: { label: MessageId; children: ReactNode }) {
  const say = useWords();
  return (
    <div>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function NotKnown({ text = 'about.notKnown' }: { text?: MessageId }) {
  const say = useWords();
  return <span className={styles.unknown}>{say(text)}</span>;
}
