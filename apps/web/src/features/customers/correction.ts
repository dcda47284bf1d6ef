import type { ApolloClient } from '@apollo/client';
import { graphql } from '#lib/graphql/graphql.ts';
import type { MessageId } from '#lib/intl/words.ts';
import { ownSource } from '#lib/source-text.ts';
import { createStore } from '#lib/store/store.ts';

/** What of a customer can be corrected by hand, in the order in which Tab goes through it. */
export const correctable = [
  'fullName',
  'email',
  'phone',
  'jobTitle',
  'language',
  'city',
  'country',
  'ownerName',
] as const;

/** A value that can be corrected by hand. */
export type CorrectedField = (typeof correctable)[number];

/** What each is called. */
export const correctedWords: Record<CorrectedField, MessageId> = {
  fullName: 'customers.name',
  email: 'about.email',
  phone: 'about.phone',
  jobTitle: 'about.jobTitle',
  language: 'about.language',
  city: 'about.city',
  country: 'about.country',
  ownerName: 'customers.owner',
};

/** The one value that is being edited now, and what was wrong with what was typed before. */
export const editing = createStore<{
  customerId: string;
  field: CorrectedField;
  typed?: string;
  wrong?: string;
} | null>(null);

/** Corrections on their way to the server, by customer and field: shown as if they were there already. */
export const onTheWay = createStore<ReadonlyMap<string, string>>(new Map());

/** The name of a value on its way. */
export const wayKey = (customerId: string, field: CorrectedField) => `${customerId} ${field}`;

/** Begins to edit a value. */
export const edit = (customerId: string, field: CorrectedField): void => editing.set({ customerId, field });

/** The value after this one, or before it; none at the ends. */
export function neighbour(field: CorrectedField, back: boolean): CorrectedField | undefined {
  return correctable[correctable.indexOf(field) + (back ? -1 : 1)];
}

const correctCustomer = graphql(`
  mutation CorrectCustomer($id: ID!, $input: CustomerCorrection!) {
    correctCustomer(id: $id, input: $input) {
      __typename
      ... on Customer {
        id
        displayName
        ownerName
        emails { value display weak sourceNames }
        phones { value display weak sourceNames }
        profile {
          jobTitle { value sourceName rule observedAt }
          language { value sourceName rule observedAt }
          city { value sourceName rule observedAt }
          country { value sourceName rule observedAt }
        }
      }
      ... on Refusal { code message field }
    }
  }
`);

const saidHere = graphql(`
  query SaidHere($id: ID!) {
    customer(id: $id) {
      id
      sourceRecords { id source { id name } profile }
    }
  }
`);

/** What the server did not accept, and why. */
export interface NotAccepted {
  code: string;
  message: string;
}

/** Says what is right; null takes back what was said here before. Answers what was not accepted. */
export async function sendCorrection(
  client: ApolloClient,
  id: string,
  field: CorrectedField,
  value: string | null,
): Promise<NotAccepted | null> {
  const { data } = await client.mutate({
    mutation: correctCustomer,
    variables: { id, input: { [field]: value } },
  });
  const answer = data?.correctCustomer;
  if (!answer) throw new Error('No answer');
  return answer.__typename === 'Refusal' ? { code: answer.code, message: answer.message } : null;
}

/** What was said here of a value before: to that an undo goes back, and to nothing when nothing was. */
export async function saidBefore(
  client: ApolloClient,
  id: string,
  field: CorrectedField,
): Promise<string | null> {
  const { data } = await client.query({ query: saidHere, variables: { id }, fetchPolicy: 'network-only' });
  const own = data?.customer?.sourceRecords?.find(({ source }) => source.name === ownSource);
  return readSaid(own?.profile, field);
}

/** Reads one value from what a source says of a person. */
export function readSaid(profile: unknown, field: CorrectedField): string | null {
  if (!profile || typeof profile !== 'object') return null;
  const said = profile as Record<string, unknown>;
  const value =
    field === 'email' || field === 'phone' ? (said[`${field}s`] as unknown[] | undefined)?.[0] : said[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
