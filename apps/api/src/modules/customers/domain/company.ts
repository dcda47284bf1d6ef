import type { GoldenRecord } from './customer.ts';

/** A company that people belong to. */
export interface Company {
  id: string;
  name: string;
  domain: string | null;
  industry: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  website: string | null;
  ownerName: string | null;
  golden: GoldenRecord;
  createdAt: Date;
}
