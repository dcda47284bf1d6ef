import { activityFormats } from '../../apps/api/src/modules/activity/domain/formats/index.ts';
import { interactionBody } from '../../apps/api/src/modules/activity/domain/read-interaction-signal.ts';
import { noteBody } from '../../apps/api/src/modules/activity/domain/read-note-signal.ts';
import { taskBody } from '../../apps/api/src/modules/activity/domain/read-task-signal.ts';
import { consentBody } from '../../apps/api/src/modules/consent/domain/read-consent-signal.ts';
import { contentFormats } from '../../apps/api/src/modules/content/domain/formats/index.ts';
import {
  contentBody,
  contentUseBody,
} from '../../apps/api/src/modules/content/domain/read-content-signal.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import { identityFormats } from '../../apps/api/src/modules/identity/domain/formats/index.ts';
import { marketingFormats } from '../../apps/api/src/modules/marketing/domain/formats/index.ts';
import { campaignBody } from '../../apps/api/src/modules/marketing/domain/read-campaign-signal.ts';
import { touchBody } from '../../apps/api/src/modules/marketing/domain/read-touch-signal.ts';
import { salesFormats } from '../../apps/api/src/modules/sales/domain/formats/index.ts';
import { dealBody } from '../../apps/api/src/modules/sales/domain/read-deal-signal.ts';
import { orderBody } from '../../apps/api/src/modules/sales/domain/read-order-signal.ts';
import { pipelineBody } from '../../apps/api/src/modules/sales/domain/read-pipeline-signal.ts';
import { supportFormats } from '../../apps/api/src/modules/support/domain/formats/index.ts';
import { messageBody } from '../../apps/api/src/modules/support/domain/read-message-signal.ts';
import { ticketBody } from '../../apps/api/src/modules/support/domain/read-ticket-signal.ts';

/** Every format that the subjects know, without what they need a database for. */
export const formats = [
  ...identityFormats,
  ...salesFormats,
  ...supportFormats,
  ...marketingFormats,
  ...activityFormats,
  ...contentFormats,
];

type Schema = { safeParse: (body: unknown) => { error?: { issues: unknown[] } | undefined } };

const bodies = new Map<string, Schema>(
  Object.entries({
    deal: dealBody,
    order: orderBody,
    pipeline: pipelineBody,
    ticket: ticketBody,
    message: messageBody,
    campaign: campaignBody,
    touch: touchBody,
    consent: consentBody,
    interaction: interactionBody,
    note: noteBody,
    task: taskBody,
    content: contentBody,
    'content-use': contentUseBody,
  }),
);
const bodiless = new Set(['person', 'company', 'merge']);

/** What the subject of a signal has to say against its body: nothing, when all is well. */
export function complaintsOf({ kind, body }: Signal): unknown[] {
  const schema = bodies.get(kind);
  if (schema) return schema.safeParse(body).error?.issues ?? [];
  return bodiless.has(kind) ? [] : [`nobody understands ${kind}`];
}
