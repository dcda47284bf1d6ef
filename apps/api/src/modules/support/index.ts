/**
 * Support: tickets and their messages, as sources tell of them and as we work on them here. What we say of a ticket of another
 * system stands beside what its source says (`domain/our-word.ts`).
 */
import type { Manifest } from '#modules/house';
import { channelHabitReadings } from './data/channel-habits.ts';
import {
  MacroEntity,
  TeamEntity,
  TicketEventEntity,
  TicketLinkEntity,
  TicketPresenceEntity,
} from './data/desk.entity.ts';
import { macrosById, teamsById } from './data/desk.ts';
import { findTickets, findTicketsBySign } from './data/find-tickets.ts';
import { livedTickets } from './data/lived-tickets.ts';
import { MessageEntity } from './data/message.entity.ts';
import { messagesById } from './data/messages.ts';
import { TicketEntity } from './data/ticket.entity.ts';
import { TicketFieldEntity } from './data/ticket-field.entity.ts';
import { fieldsById } from './data/ticket-fields.ts';
import { ticketReadings } from './data/ticket-reading.ts';
import { ticketSummary, ticketsById } from './data/tickets.ts';
import { supportTrackRecords } from './data/track-record.ts';
import { supportFormats } from './domain/formats/index.ts';
import { BotResolver } from './graph/bot.resolver.ts';
import { CustomerChannelHabitsResolver } from './graph/channel-habits.resolver.ts';
import { MacrosResolver, ServiceLevelsResolver, TeamsResolver } from './graph/desk-settings.resolver.ts';
import { InboxResolver } from './graph/inbox.resolver.ts';
import { SearchHitTicketResolver } from './graph/search-hit-ticket.resolver.ts';
import { CustomerTicketsResolver, TicketResolver } from './graph/ticket.resolver.ts';
import {
  MacroFieldsResolver,
  TicketFieldsResolver,
  TicketFieldValuesResolver,
} from './graph/ticket-fields.resolver.ts';
import { MessageDeliveryResolver, TicketLimbsResolver } from './graph/ticket-limbs.resolver.ts';
import { TicketMovesResolver } from './graph/ticket-moves.resolver.ts';
import { TodayTicketsResolver } from './graph/today-tickets.resolver.ts';
import { hearOfLetters, threadOfReply } from './hear-of-letters.ts';
import { messageSignal } from './record-message.ts';
import { ticketSignal } from './record-ticket.ts';

export { changeTickets } from './change-tickets.ts';
export { botTalks } from './data/bot-sessions.ts';
export { askersForDesk, ticketsOfSource } from './data/demo-desk.ts';
export { allMacros } from './data/desk.ts';
export { type TicketCase, ticketCases } from './data/ticket-cases.ts';
export { ticketsById } from './data/tickets.ts';
export { type MessageBody, messageBody } from './domain/read-message-signal.ts';
export {
  type TicketBody,
  type TicketPriority,
  type TicketStatus,
  ticketBody,
} from './domain/read-ticket-signal.ts';
export { wayTrouble } from './domain/reply.ts';
export { readTicketPriority, readTicketStatus } from './domain/words.ts';
export { findWays, type WaysAsked } from './find-ways.ts';
export { TicketType } from './graph/ticket.type.ts';
export { threadOfTicket } from './hear-of-letters.ts';
export { openTicket } from './open-ticket.ts';
export { addTicketNote } from './reply-to-ticket.ts';
export { saveMacro, saveTeam } from './save-macro.ts';
export { saveTicketField } from './save-ticket-field.ts';

export const support: Manifest = {
  name: 'support',
  entities: [
    TicketEntity,
    MessageEntity,
    TicketEventEntity,
    TicketLinkEntity,
    TicketPresenceEntity,
    TeamEntity,
    MacroEntity,
    TicketFieldEntity,
  ],
  readings: [...ticketReadings, ...channelHabitReadings],
  resolvers: [
    CustomerTicketsResolver,
    CustomerChannelHabitsResolver,
    SearchHitTicketResolver,
    TicketResolver,
    TicketLimbsResolver,
    MessageDeliveryResolver,
    InboxResolver,
    TicketMovesResolver,
    MacrosResolver,
    TeamsResolver,
    TicketFieldsResolver,
    TicketFieldValuesResolver,
    MacroFieldsResolver,
    ServiceLevelsResolver,
    TodayTicketsResolver,
    BotResolver,
  ],
  nodes: [
    { typeName: 'Ticket', batch: ticketsById },
    { typeName: 'Message', batch: messagesById },
    { typeName: 'Macro', batch: macrosById },
    { typeName: 'Team', batch: teamsById },
    { typeName: 'TicketField', batch: fieldsById },
  ],
  signals: [ticketSignal, messageSignal],
  formats: supportFormats,
  searches: [findTickets],
  exactSearches: [findTicketsBySign],
  follows: ['ticket', 'message'],
  lived: livedTickets,
  summary: ticketSummary,
  trackRecords: supportTrackRecords,
  letters: { subjectType: 'Message', moved: hearOfLetters, threadOf: threadOfReply },
};
