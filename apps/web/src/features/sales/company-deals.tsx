import { useQuery } from '@apollo/client/react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { sight } from '#lib/viewer.ts';
import { Fold } from '#ui/card/fold.tsx';
import { DealLines } from './deal-lines.tsx';

const companyDealsQuery = graphql(`
  query CompanyDeals($id: ID!, $seesValue: Boolean!) {
    company(id: $id) {
      id
      deals(first: 100) {
        id
        name
        pipelineName
        stageName
        outcome
        amount @include(if: $seesValue) { amount currency }
        closeDate
        closedAt
        ownerName
        sourceName
      }
    }
  }
`);

/** The deals that are with a company, whether or not somebody of it is on them. Nothing where there is none. */
export function CompanyDeals({ id }: { id: string }) {
  const say = useWords();
  const { data } = useQuery(companyDealsQuery, { variables: { id, ...sight() } });
  const deals = data?.company?.deals;
  if (!deals || deals.length === 0) return null;
  return (
    <Fold label={say('sales.ofCompany', { count: deals.length })}>
      <DealLines deals={deals} />
    </Fold>
  );
}
