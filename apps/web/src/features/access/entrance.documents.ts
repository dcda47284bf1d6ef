import { graphql } from '#lib/graphql/graphql.ts';

/** What must be known before anybody signed in. */
export const entranceQuery = graphql(`
  query Entrance {
    entrance {
      setupNeeded
      demo
      demoUsers { id name role department }
      demoImport { id status progress }
    }
  }
`);

export const signIn = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      __typename
      ... on Viewer { user { id language } }
      ... on Refusal { code message field }
    }
  }
`);

export const enterDemo = graphql(`
  mutation EnterDemo($userId: ID!) {
    enterDemo(userId: $userId) {
      __typename
      ... on Viewer { user { id language } }
      ... on Refusal { code message field }
    }
  }
`);

export const setUp = graphql(`
  mutation SetUp($input: SetUp!) {
    setUp(input: $input) {
      __typename
      ... on Viewer { user { id language } }
      ... on Refusal { code message field }
    }
  }
`);
