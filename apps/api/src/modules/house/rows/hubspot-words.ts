import type { CompanyRef, PersonRef } from '../signal.ts';
import type { RowReader } from './row-reader.ts';

/** Whom a record of HubSpot is associated with: contacts and companies by the ids in one cell each, or a company by its name. */
export interface Associated {
  person?: PersonRef;
  others?: PersonRef[];
  companies: CompanyRef[];
}

/** Reads `Associated Contact IDs` and `Associated Company IDs` (`902;903`). The first contact is the main one. */
export function associatedOf(row: RowReader): Associated {
  const ids = (...names: string[]) => [...new Set(row.list(/[;,]/, ...names))];
  const [main, ...others] = ids('Associated Contact IDs', 'contact_id', 'associatedcontactids')
    .filter((id) => /^\d+$/.test(id))
    .map((id) => ({ key: `contact:${id}` }));
  const companies = ids('Associated Company IDs', 'company_id', 'associatedcompanyids').map((id) =>
    /^\d+$/.test(id) ? { key: `company:${id}` } : { name: id },
  );
  const name = companies.length ? undefined : row.text('Associated Company');
  return {
    ...(main ? { person: main } : {}),
    ...(others.length ? { others } : {}),
    companies: name ? [{ name }] : companies.slice(0, 20),
  };
}
