import { gql } from '@apollo/client';
import { expect, it } from 'vitest';
import { createCache } from './cache.ts';

const full = gql`
  query Full($id: ID!) {
    customer(id: $id) {
      id
      preferredChannel { channel because share }
      emails { display weak }
    }
  }
`;
const less = gql`
  query Less($id: ID!) {
    customer(id: $id) {
      id
      preferredChannel { channel }
      emails { display }
    }
  }
`;
const variables = { id: 'c1' };
const preferred = (more: object) => ({ __typename: 'PreferredChannel', ...more });
const email = (display: string, more: object = {}) => ({ __typename: 'Identifier', display, ...more });
const written = () => {
  const cache = createCache();
  cache.writeQuery({
    query: full,
    variables,
    data: {
      customer: {
        __typename: 'Customer',
        id: 'c1',
        preferredChannel: preferred({ channel: 'email', because: 'LEARNED', share: 0.7 }),
        emails: [email('a@post.example', { weak: false }), email('b@post.example', { weak: true })],
      },
    },
  });
  return cache;
};
const writeLess = (cache: ReturnType<typeof written>, channel: string | null, ...emails: string[]) =>
  cache.writeQuery({
    query: less,
    variables,
    data: {
      customer: {
        __typename: 'Customer',
        id: 'c1',
        preferredChannel: channel && preferred({ channel }),
        emails: emails.map((one) => email(one)),
      },
    },
  });

it('keeps what is shown when another document brings less of the same', () => {
  const cache = written();
  writeLess(cache, 'email', 'b@post.example', 'a@post.example');
  expect(cache.readQuery({ query: full, variables })).toMatchObject({
    customer: {
      preferredChannel: { channel: 'email', because: 'LEARNED', share: 0.7 },
      emails: [
        { display: 'b@post.example', weak: true },
        { display: 'a@post.example', weak: false },
      ],
    },
  });
});

it('forgets what was known of another one, and what is gone', () => {
  const cache = written();
  writeLess(cache, 'sms', 'a@post.example');
  expect(cache.readQuery({ query: full, variables })).toBeNull();
  expect(cache.readQuery({ query: less, variables })).toMatchObject({
    customer: { preferredChannel: { channel: 'sms' }, emails: [{ display: 'a@post.example' }] },
  });
  writeLess(cache, null);
  expect(cache.readQuery({ query: full, variables })).toMatchObject({
    customer: { preferredChannel: null, emails: [] },
  });
});
