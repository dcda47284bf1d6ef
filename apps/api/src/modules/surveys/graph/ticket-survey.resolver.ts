import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TicketType } from '#modules/support';
import { Internal, type RequestContext } from '#platform/graphql';
import { invitationsBySubject } from '../data/invitations.ts';
import type { Invitation } from '../domain/invitation.ts';
import { InvitationType } from './survey.type.ts';

/** What surveys add to a ticket: whether its customer was asked how it was, and what they said. */
@Resolver(() => TicketType)
export class TicketSurveyResolver {
  @Internal()
  @FieldResolver(() => InvitationType, {
    nullable: true,
    description: 'Whether the customer was asked how it was, and what they said; null when nothing asks.',
  })
  survey(@Root() ticket: { id: string }, @Ctx() ctx: RequestContext): Promise<Invitation | null> {
    return ctx.load(invitationsBySubject, ticket.id);
  }
}
