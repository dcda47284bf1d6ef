import { newId } from '#kernel/id';
import {
  movedAmong,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { deleteInteractions, putInteractions } from './data/interactions.ts';
import { type Interaction, interactionEntryKey, tellInteraction } from './domain/interaction.ts';
import { type InteractionBody, interactionBody } from './domain/read-interaction-signal.ts';

const record: Recorder<InteractionBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const interactions = new Map<string, Interaction>();
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { body, subjectKey } = item.signal;
    interactions.set(thingKey(item.sourceId, subjectKey), {
      id: newId(),
      sourceId: item.sourceId,
      sourceKey: subjectKey,
      ...person,
      channel: body.channel,
      direction: body.direction ?? null,
      department: body.department,
      subject: body.subject ?? null,
      body: body.text ?? null,
      durationSeconds: body.durationSeconds ?? null,
      outcome: body.outcome ?? null,
      agentName: body.agentName ?? null,
      moments: body.moments ?? null,
      at: item.at,
      signalId: item.signalId,
    });
  }
  const written = await putInteractions(tx, [...interactions.values()]);
  const moved = movedAmong(written, interactions, ({ sourceKey }) => ({
    keys: [interactionEntryKey(sourceKey)],
    about: null,
  }));
  for (const { id, sourceId, sourceKey } of written) {
    const interaction = { ...interactions.get(thingKey(sourceId, sourceKey))!, id };
    tellTo([interaction], interaction.signalId, tellInteraction(interaction), recorded);
  }
  return { ...recorded, moved };
};

/** Somebody called, met or wrote to a customer, or the customer did. */
export const interactionSignal: SignalKind<InteractionBody> = {
  kind: 'interaction',
  description: 'A call, meeting or mail that somebody logged: its channel, length and outcome.',
  schema: interactionBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'interaction', subjectKeys);
    await deleteInteractions(tx, sourceId, subjectKeys);
  },
};
