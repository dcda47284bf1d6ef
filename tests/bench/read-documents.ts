/** What a sales rep's browser asks when a customer is opened: the page of the speed targets. */
export const pageDocument = `query CustomerPage($id: ID!) {
  customer(id: $id) {
    id displayName ownerName
    emails { value raw }
    companies { role isMain company { id name } }
    stage { stage since cause }
    timeline(first: 20) { edges { cursor node { id at department kind title detail actorName } } pageInfo { hasNextPage endCursor } }
    deals(outcome: OPEN, first: 20) { id name stageName amount { amount currency } closeDate }
    tickets(first: 10) { id number subject status priority openedAt messageCount }
  }
}`;

/** What it asks for the list of customers. */
export const listDocument = `query CustomerList {
  customers(first: 50, sort: LAST_INTERACTION_DESC) {
    edges { cursor node {
      id displayName ownerName
      stage { stage since }
      summary { openDeals openDealValue { amount currency } openTickets lastInteractionAt }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;
