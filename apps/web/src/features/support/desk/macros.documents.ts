import { graphql } from '#lib/graphql/graphql.ts';
import { FieldValueFragment, TicketFieldFragment } from '../fields/fields.documents.ts';

/** Macros and teams, as they are kept. */
export const deskSettingsQuery = graphql(
  `
    query DeskSettings {
      macros {
        id
        name
        bodies { language body }
        change { status priority cause addTags team { id name } }
        fields { ...OwnFieldValue @unmask }
      }
      teams { id name members { id name } }
      users { id name department disabledAt }
      ticketFields { ...OwnField @unmask }
    }
  `,
  [FieldValueFragment, TicketFieldFragment],
);

export const saveMacro = graphql(`
  mutation SaveMacro($input: SaveMacro!) {
    saveMacro(input: $input) { __typename ... on Macro { id } ... on Refusal { code message field } }
  }
`);

export const removeMacro = graphql(`
  mutation RemoveMacro($id: ID!) {
    removeMacro(id: $id) { __typename ... on Macro { id } ... on Refusal { code message } }
  }
`);

export const restoreMacro = graphql(`
  mutation RestoreMacro($id: ID!) {
    restoreMacro(id: $id) { __typename ... on Macro { id } ... on Refusal { code message } }
  }
`);

export const saveTeam = graphql(`
  mutation SaveTeam($input: SaveTeam!) {
    saveTeam(input: $input) { __typename ... on Team { id } ... on Refusal { code message } }
  }
`);
