import { useQuery } from '@apollo/client/react';
import { Building2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '#lib/graphql/graphql.ts';
import { placeText } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText } from '#lib/source-text.ts';
import styles from './company-head.module.css';

const companyQuery = graphql(`
  query CompanyHead($id: ID!) {
    company(id: $id) { id name domain industry phone website city country ownerName }
  }
`);

/** What is known of the company to which the list is narrowed, and below it what others add. */
export function CompanyHead({ id, children }: { id: string; children?: ReactNode }) {
  const say = useWords();
  const { locale } = useIntl();
  const { data } = useQuery(companyQuery, { variables: { id } });
  const company = data?.company;
  if (!company) return null;
  const country = company.country && placeText(locale, 'region', company.country);
  const owner =
    company.ownerName && say('customers.companyOwner', { name: colleagueText(company.ownerName) });
  const facts = [company.industry, [company.city, country].filter(Boolean).join(', '), company.phone, owner];
  const site = company.website ?? company.domain;
  return (
    <section className={styles.head} aria-label={company.name}>
      <h2>
        <Building2 size={16} aria-hidden />
        {company.name}
      </h2>
      <p className={styles.facts}>
        {site && <Site site={site} />}
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {children}
    </section>
  );
}

/** Their web site as a link; what a source wrote there and is no address of the web stays text. */
function Site({ site }: { site: string }) {
  const address = /^https?:\/\//i.test(site) ? site : `https://${site}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url?.hostname.includes('.')) return <span>{site}</span>;
  return (
    <a href={url.href} target="_blank" rel="noreferrer noopener">
      {url.hostname.replace(/^www\./, '')}
    </a>
  );
}
