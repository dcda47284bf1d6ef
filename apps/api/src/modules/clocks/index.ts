/**
 * Clocks: what we promise about time, on whose hours, and whether we keep it. Clocks are a cached function of what happened
 * to a ticket; whoever records that winds them.
 */
import type { Manifest } from '#modules/house';
import { ClockEntity } from './data/clock.entity.ts';
import { hoursById, policiesById, policiesInOrder } from './data/policies.ts';
import { BusinessHoursEntity, SlaPolicyEntity } from './data/policy.entity.ts';
import { BusinessHoursResolver, SlaPoliciesResolver } from './graph/clocks.resolver.ts';

export type { TicketClock } from './data/clock.entity.ts';
export { clocksByTicket } from './data/clocks.ts';
export { allHours } from './data/policies.ts';
export type { ClockState, Moment, MomentKind } from './domain/clock.ts';
export type { BusinessHours, ClockRefusal, SlaPolicy } from './domain/policy.ts';
export {
  BusinessHoursResult,
  ClockStateEnum,
  SaveBusinessHoursInput,
  SaveSlaPolicyInput,
  SlaPolicyResult,
  TicketClockType,
} from './graph/clock.type.ts';
export { removePolicy, saveHours, savePolicy } from './save-policy.ts';
export { promisedOfVoices, type VoiceCase, type VoiceClock, voiceClocks } from './voice-clocks.ts';
export { anythingPromised, type ClockCase, windClocks } from './wind-clocks.ts';

export const clocks: Manifest = {
  name: 'clocks',
  entities: [ClockEntity, SlaPolicyEntity, BusinessHoursEntity],
  resolvers: [SlaPoliciesResolver, BusinessHoursResolver],
  looksBack: async (db) => (await policiesInOrder(db)).some(({ stages }) => stages.length > 0),
  nodes: [
    { typeName: 'SlaPolicy', batch: policiesById },
    { typeName: 'BusinessHours', batch: hoursById },
  ],
};
