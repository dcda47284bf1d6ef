import type { Department, Telling } from '#modules/house';
import type { Hung } from '#modules/sources';
import type { SpokenMoment } from './read-interaction-signal.ts';

/** A contact that had a beginning, a channel and an outcome: a call, a meeting, a mail that somebody logged. */
export interface Interaction extends Hung {
  channel: string;
  direction: 'inbound' | 'outbound' | null;
  department: Department;
  subject: string | null;
  body: string | null;
  durationSeconds: number | null;
  outcome: string | null;
  agentName: string | null;
  /** How it went, stretch by stretch; `null` where nobody measured it. */
  moments: SpokenMoment[] | null;
  at: Date;
}

const sentences: Record<string, string> = {
  phone: 'Call',
  call: 'Call',
  meeting: 'Meeting',
  email: 'Mail',
  chat: 'Chat',
  sms: 'Text message',
  visit: 'Visit',
  social: 'Social message',
};

/** The key of an interaction's line on the timeline. */
export const interactionEntryKey = (sourceKey: string): string => `interaction ${sourceKey}`;

/** What the timeline says of an interaction: of what kind it was and what it was about, not what was said. */
export const tellInteraction = (interaction: Interaction): Telling => ({
  entries: [
    {
      entryKey: interactionEntryKey(interaction.sourceKey),
      at: interaction.at,
      department: interaction.department,
      kind: `interaction-${interaction.channel.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      title: `${sentences[interaction.channel.toLowerCase()] ?? interaction.channel}: ${interaction.subject ?? interaction.outcome ?? interaction.direction ?? 'no subject'}`,
      subjectType: 'Interaction',
      subjectId: interaction.id,
      ...(interaction.outcome && interaction.subject ? { detail: interaction.outcome } : {}),
      ...(interaction.agentName ? { actorName: interaction.agentName } : {}),
    },
  ],
  facts: [],
});
