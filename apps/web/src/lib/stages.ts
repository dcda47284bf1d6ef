import type { Stage } from './graphql/graphql.ts';
import type { MessageId } from './intl/words.ts';

/** The stages of a customer's journey, in their order; dormant stands apart. */
export const stages = [
  'NEED',
  'RESEARCH',
  'CHOICE',
  'USE',
  'ASSISTANCE',
  'SHARE',
  'REPEAT',
  'DORMANT',
] as const satisfies readonly Stage[];

/** The name of each stage, as a message. */
export const stageWords: Record<Stage, MessageId> = {
  NEED: 'ui.stageNeed',
  RESEARCH: 'ui.stageResearch',
  CHOICE: 'ui.stageChoice',
  USE: 'ui.stageUse',
  ASSISTANCE: 'ui.stageAssistance',
  SHARE: 'ui.stageShare',
  REPEAT: 'ui.stageRepeat',
  DORMANT: 'ui.stageDormant',
};
