import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What a line of the list of reviews shows. */
export const ReviewLineFragment = graphql(`
  fragment ReviewLine on Review @_unmask {
    id
    form
    site
    rating
    title
    text
    url
    productName
    language
    authorName
    at
    isKnown
    customer { id displayName }
    case {
      status
      reason
      receivedAt
      assigneeId
      assigneeName
      reply
      replyUrl
      answeredAt
      answeredByName
      ticketId
      clockState
      clockStartedAt
      targetMinutes
      dueAt
      warnAt
      brokenAt
      stoppedAt
    }
  }
`);

/** A line of the list of reviews. */
export type ReviewLine = ResultOf<typeof ReviewLineFragment>;

/** What one who answers a review sees of it. */
export const ReviewWorkFragment = graphql(
  `
    fragment ReviewWork on Review @_unmask {
      ...ReviewLine @unmask
      answersBy
      mightBe { id displayName emails { display } }
      events { id kind at actorName words }
    }
  `,
  [ReviewLineFragment],
);

/** A review that is being worked on. */
export type ReviewWork = ResultOf<typeof ReviewWorkFragment>;

export const reviewsQuery = graphql(
  `
    query Reviews($filter: ReviewFilter, $sort: ReviewSort, $after: String) {
      reviews(filter: $filter, sort: $sort, first: 40, after: $after) {
        edges { node { ...ReviewLine @unmask } }
        pageInfo { hasNextPage endCursor }
      }
      reviewCounts { open mine unassigned breaching low nobodys }
    }
  `,
  [ReviewLineFragment],
);

export const reviewQuery = graphql(
  `
    query Review($id: ID!) {
      review(id: $id) { ...ReviewWork @unmask }
    }
  `,
  [ReviewWorkFragment],
);

export const colleaguesQuery = graphql(`
  query ReviewColleagues {
    users { id name department disabledAt }
  }
`);

export const answerReview = graphql(
  `
    mutation AnswerReview($input: ReviewAnswer!) {
      answerReview(input: $input) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const takeBackReviewAnswer = graphql(
  `
    mutation TakeBackReviewAnswer($id: ID!, $eventId: ID!) {
      takeBackReviewAnswer(id: $id, eventId: $eventId) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const dismissReview = graphql(
  `
    mutation DismissReview($id: ID!, $reason: DismissReason!, $words: String) {
      dismissReview(id: $id, reason: $reason, words: $words) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const assignReview = graphql(
  `
    mutation AssignReview($id: ID!, $userId: ID) {
      assignReview(id: $id, userId: $userId) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const holdReview = graphql(
  `
    mutation HoldReview($id: ID!, $waiting: Boolean!) {
      holdReview(id: $id, waiting: $waiting) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const reopenReview = graphql(
  `
    mutation ReopenReview($id: ID!) {
      reopenReview(id: $id) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const addReviewNote = graphql(
  `
    mutation AddReviewNote($id: ID!, $words: String!) {
      addReviewNote(id: $id, words: $words) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const takeBackReviewMove = graphql(
  `
    mutation TakeBackReviewMove($id: ID!, $eventId: ID!) {
      takeBackReviewMove(id: $id, eventId: $eventId) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const linkReview = graphql(
  `
    mutation LinkReview($id: ID!, $customerId: ID!) {
      linkReview(id: $id, customerId: $customerId) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const unlinkReview = graphql(
  `
    mutation UnlinkReview($id: ID!) {
      unlinkReview(id: $id) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const openTicketOfReview = graphql(
  `
    mutation OpenTicketOfReview($id: ID!, $ownerId: ID) {
      openTicketOfReview(id: $id, ownerId: $ownerId) {
        __typename
        ... on ReviewMoved { eventId review { id ...ReviewWork @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ReviewWorkFragment],
);

export const writeDownReview = graphql(`
  mutation WriteDownReview($input: HeardReview!) {
    writeDownReview(input: $input) {
      __typename
      ... on Review { id }
      ... on Refusal { code message field }
    }
  }
`);
