import { graphql } from '#lib/graphql/graphql.ts';

/** Who one is here, and where one is signed in. */
export const meQuery = graphql(`
  query Me {
    viewer {
      user {
        id
        name
        email
        role
        department
        language
        isDemo
        sessions { id createdAt lastSeenAt userAgent address isCurrent }
      }
    }
  }
`);

export const endSession = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);

export const changeLanguage = graphql(`
  mutation ChangeLanguage($language: String!) {
    changeLanguage(language: $language) {
      __typename
      ... on User { id language }
      ... on Refusal { code message }
    }
  }
`);

export const changePassword = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next) {
      __typename
      ... on Viewer { user { id } }
      ... on Refusal { code message field }
    }
  }
`);

/** Everybody who uses Ancora. */
export const peopleQuery = graphql(`
  query People {
    users { id name email role department isDemo disabledAt createdAt }
  }
`);

export const addUser = graphql(`
  mutation AddUser($input: NewUser!) {
    addUser(input: $input) {
      __typename
      ... on User { id }
      ... on Refusal { code message field }
    }
  }
`);

export const changeRole = graphql(`
  mutation ChangeRole($userId: ID!, $role: Role!) {
    changeRole(userId: $userId, role: $role) {
      __typename
      ... on User { id role department }
      ... on Refusal { code message }
    }
  }
`);

export const disableUser = graphql(`
  mutation DisableUser($userId: ID!) {
    disableUser(userId: $userId) {
      __typename
      ... on User { id disabledAt }
      ... on Refusal { code message }
    }
  }
`);

export const enableUser = graphql(`
  mutation EnableUser($userId: ID!) {
    enableUser(userId: $userId) {
      __typename
      ... on User { id disabledAt }
      ... on Refusal { code message }
    }
  }
`);

export const renameUser = graphql(`
  mutation RenameUser($userId: ID!, $name: String!) {
    renameUser(userId: $userId, name: $name) {
      __typename
      ... on User { id name }
      ... on Refusal { code message }
    }
  }
`);

export const resetPassword = graphql(`
  mutation ResetPassword($userId: ID!) {
    resetPassword(userId: $userId) {
      __typename
      ... on FirstPassword { password user { id } }
      ... on Refusal { code message }
    }
  }
`);

/** The keys with which sources write. */
export const keysQuery = graphql(`
  query IntakeKeys {
    intakeKeys { id name prefix createdAt lastUsedAt expiresAt revokedAt allowedNetworks source { id name } }
    sources { id key name }
  }
`);

export const createKey = graphql(`
  mutation CreateIntakeKey($name: String!, $source: String!, $expiresAt: DateTime, $allowedNetworks: [String!]) {
    createIntakeKey(name: $name, source: $source, expiresAt: $expiresAt, allowedNetworks: $allowedNetworks) {
      __typename
      ... on NewIntakeKey { secret key { id } }
      ... on Refusal { code message field }
    }
  }
`);

export const revokeKey = graphql(`
  mutation RevokeIntakeKey($id: ID!) {
    revokeIntakeKey(id: $id)
  }
`);

/** What was done, newest first. */
export const auditQuery = graphql(`
  query Audit($filter: AuditFilter, $after: String) {
    auditEntries(filter: $filter, first: 50, after: $after) {
      edges {
        cursor
        node { id at actorKind actorName action subjectType subjectId details customer { id displayName } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Names for the trail: of us, and of the customer it is narrowed to. */
export const auditNamesQuery = graphql(`
  query AuditNames($customerId: ID!, $ofCustomer: Boolean!) {
    users { id name }
    customer(id: $customerId) @include(if: $ofCustomer) { id displayName }
  }
`);
