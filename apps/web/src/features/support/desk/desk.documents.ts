import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { FieldValueFragment, TicketFieldFragment } from '../fields/fields.documents.ts';

/** What a clock shows. */
export const ClockFragment = graphql(`
  fragment Clock on TicketClock @_unmask {
    kind
    turn
    state
    startedAt
    targetMinutes
    dueAt
    warnAt
    brokenAt
    stoppedAt
  }
`);

/** A clock of a ticket. */
export type ClockShown = ResultOf<typeof ClockFragment>;

/** What a line of the inbox shows. */
export const InboxLineFragment = graphql(
  `
    fragment InboxLine on Ticket @_unmask {
      id
      number
      subject
      status
      priority
      assigneeName
      openedAt
      channel
      customer { id displayName }
      clocks { ...Clock @unmask }
      presence { userId userName doing }
    }
  `,
  [ClockFragment],
);

/** A line of the inbox. */
export type InboxLine = ResultOf<typeof InboxLineFragment>;

/** A message of a thread. */
export const ThreadMessageFragment = graphql(`
  fragment ThreadMessage on Message @_unmask {
    id
    authorKind
    authorName
    isPublic
    isMine
    body
    at
    attachments { id name kind isLying bytes width height path shownPath }
    delivery { id state channel toAddress dueAt sentAt trouble deliveredAt readAt }
  }
`);

/** Something that was done to a ticket. */
export const ThreadEventFragment = graphql(`
  fragment ThreadEvent on TicketEvent @_unmask {
    id
    at
    field
    before
    after
    actorName
  }
`);

/** What one who works on a ticket sees of it. */
export const WorkTicketFragment = graphql(
  `
    fragment WorkTicket on Ticket @_unmask {
      ...InboxLine @unmask
      description
      type
      cause
      tags
      ending
      sourceName
      sourceStatus
      isOurOwn
      isFollowed
      replyAddress
      replyWays { channel toAddress name charactersAtMost inSegments openUntil takesFiles }
      assignee { id name }
      team { id name }
      previous { id number subject status openedAt }
      bonds { kind ticket { id number subject status } }
      mergedInto { id number }
      survey { state silence instrument dueAt askedAt answeredAt value comment }
      promises { id words dueAt standing }
      customer { id profile { timeZone { value } } preferredChannel { channel because } }
      fields {
        field { id key name kind options { value label isRemoved } isRequiredToSolve isPutAway dataClass }
        isEmpty
        text
        number
        date
        yes
        choices { value label isRemoved }
        unfit
      }
    }
  `,
  [InboxLineFragment],
);

/** A ticket at work. */
export type WorkTicket = ResultOf<typeof WorkTicketFragment>;

/** The inbox: lines, and how many wait in the house's views. */
export const inboxQuery = graphql(
  `
    query Inbox($filter: InboxFilter, $sort: InboxSort, $after: String) {
      inbox(filter: $filter, sort: $sort, first: 60, after: $after) {
        edges { cursor node { ...InboxLine @unmask } }
        pageInfo { hasNextPage endCursor }
      }
      inboxCounts { mine unassigned breaching open }
    }
  `,
  [InboxLineFragment],
);

/** The values that the filters of the inbox can take. */
export const inboxFacetsQuery = graphql(`
  query InboxFacets($filter: InboxFilter) {
    inboxFacets(filter: $filter) {
      assignees { value count }
      statuses { value count }
      priorities { value count }
      channels { value count }
    }
  }
`);

/** A ticket with its thread. */
export const ticketQuery = graphql(
  `
    query WorkTicketPage($id: ID!) {
      ticket(id: $id) {
        ...WorkTicket @unmask
        thread(first: 60) {
          earlier
          items { __typename ...ThreadMessage @unmask ...ThreadEvent @unmask }
        }
      }
    }
  `,
  [WorkTicketFragment, ThreadMessageFragment, ThreadEventFragment],
);

/** Something of a thread. */
export type ThreadThing = NonNullable<
  NonNullable<ResultOf<typeof ticketQuery>['ticket']>['thread']
>['items'][number];

/** What came before in a thread, or in the one above it. */
export const earlierQuery = graphql(
  `
    query EarlierThread($id: ID!, $before: String) {
      ticket(id: $id) {
        id
        number
        subject
        description
        previous { id number subject status openedAt }
        thread(first: 60, before: $before) {
          earlier
          items { __typename ...ThreadMessage @unmask ...ThreadEvent @unmask }
        }
      }
    }
  `,
  [ThreadMessageFragment, ThreadEventFragment],
);

/** What agents choose from: macros, colleagues, teams. */
export const deskQuery = graphql(
  `
    query Desk {
      macros {
        id
        name
        bodies { language body }
        change { status priority cause addTags team { id name } }
        fields { ...OwnFieldValue @unmask }
      }
      teams { id name }
      users { id name department disabledAt }
      ticketFields { ...OwnField @unmask }
    }
  `,
  [FieldValueFragment, TicketFieldFragment],
);

/** A macro, as agents pick it. */
export type MacroShown = ResultOf<typeof deskQuery>['macros'][number];

/** How the last cases were for a customer, and what would be remembered of each if it ended well. */
export const endingQuery = graphql(`
  query TicketEnding($id: ID!) {
    customer(id: $id) {
      id
      experience {
        interactions(first: 50) {
          subjectType
          subjectId
          remembered
          momentCount
          knownMoments
          settings
          ifItEnded(valence: 0.8) { remembered customerRemembered }
        }
      }
    }
  }
`);

export const changeTickets = graphql(
  `
    mutation ChangeTickets($ids: [ID!]!, $change: TicketChange!) {
      changeTickets(ids: $ids, change: $change) {
        __typename
        ... on ChangedTickets { tickets { ...WorkTicket @unmask } }
        ... on Refusal { code message field }
      }
    }
  `,
  [WorkTicketFragment],
);

/** What a ticket has before several are changed at once. */
export const ticketBeforeQuery = graphql(`
  query TicketBefore($id: ID!) {
    ticket(id: $id) { id status priority tags assignee { id } team { id } }
  }
`);

export const splitTicket = graphql(`
  mutation SplitTicket($id: ID!, $messageIds: [ID!]!, $subject: String!) {
    splitTicket(id: $id, messageIds: $messageIds, subject: $subject) {
      __typename
      ... on Ticket { id number }
      ... on Refusal { code message }
    }
  }
`);

export const linkTickets = graphql(`
  mutation LinkTickets($id: ID!, $otherId: ID!, $together: Boolean) {
    linkTickets(id: $id, otherId: $otherId, together: $together) {
      __typename
      ... on Ticket { id }
      ... on Refusal { code message }
    }
  }
`);

export const followTicket = graphql(`
  mutation FollowTicket($id: ID!, $follow: Boolean!) {
    followTicket(id: $id, follow: $follow) {
      __typename
      ... on Ticket { id isFollowed }
      ... on Refusal { code message }
    }
  }
`);

export const replyToTicket = graphql(`
  mutation ReplyToTicket($input: NewTicketWords!) {
    replyToTicket(input: $input) {
      __typename
      ... on TicketWriting { ticket { id status } written { id } }
      ... on Refusal { code message field }
    }
  }
`);

export const addTicketNote = graphql(`
  mutation AddTicketNote($input: NewTicketWords!) {
    addTicketNote(input: $input) {
      __typename
      ... on TicketWriting { ticket { id status } written { id } }
      ... on Refusal { code message field }
    }
  }
`);

export const takeBackMessage = graphql(`
  mutation TakeBackMessage($id: ID!) {
    takeBackMessage(id: $id) {
      __typename
      ... on TicketWriting { ticket { id status } written { id body isPublic } }
      ... on Refusal { code message }
    }
  }
`);

export const sendAgain = graphql(`
  mutation SendReplyAgain($id: ID!) {
    sendLetterAgain(id: $id) { __typename ... on DeadLetter { id } ... on Refusal { code message } }
  }
`);

export const mergeTickets = graphql(`
  mutation MergeTickets($id: ID!, $intoId: ID!) {
    mergeTickets(id: $id, intoId: $intoId) {
      __typename
      ... on Ticket { id }
      ... on Refusal { code message }
    }
  }
`);

export const unmergeTicket = graphql(`
  mutation UnmergeTicket($id: ID!) {
    unmergeTicket(id: $id) {
      __typename
      ... on Ticket { id }
      ... on Refusal { code message }
    }
  }
`);

export const attendTicket = graphql(`
  mutation AttendTicket($id: ID!, $doing: Doing) {
    attendTicket(id: $id, doing: $doing) {
      id
      presence { userId userName doing }
    }
  }
`);
