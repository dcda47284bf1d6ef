import { CompanyHead } from '#features/customers';
import { CompanyDeals } from '#features/sales';

/** What is known of the company to which the list is narrowed, and what we do with it. Loaded only then. */
export function CompanyPart({ id }: { id: string }) {
  return (
    <CompanyHead id={id}>
      <CompanyDeals id={id} />
    </CompanyHead>
  );
}
