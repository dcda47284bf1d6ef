import { access } from '#modules/access';
import { activity } from '#modules/activity';
import { advice } from '#modules/advice';
import { attachments } from '#modules/attachments';
import { changes } from '#modules/changes';
import { channels } from '#modules/channels';
import { chat } from '#modules/chat';
import { clocks } from '#modules/clocks';
import { consent } from '#modules/consent';
import { content } from '#modules/content';
import { customers } from '#modules/customers';
import { experience } from '#modules/experience';
import { listExports } from '#modules/exports';
import type { Manifest } from '#modules/house';
import { identity } from '#modules/identity';
import { insights } from '#modules/insights';
import { intake } from '#modules/intake';
import { journey } from '#modules/journey';
import { marketing } from '#modules/marketing';
import { obstacles } from '#modules/obstacles';
import { outbox } from '#modules/outbox';
import { portal } from '#modules/portal';
import { promises } from '#modules/promises';
import { reviews } from '#modules/reviews';
import { sales } from '#modules/sales';
import { sources } from '#modules/sources';
import { support } from '#modules/support';
import { surveys } from '#modules/surveys';
import { timeline } from '#modules/timeline';
import { today } from '#modules/today';
import { views } from '#modules/views';
import { voice } from '#modules/voice';

/** THE list: every subject of the house. A new subject needs this one line outside its own folder. */
export const modules: Manifest[] = [
  sources,
  changes,
  access,
  customers,
  identity,
  timeline,
  today,
  journey,
  experience,
  consent,
  outbox,
  attachments,
  clocks,
  promises,
  channels,
  content,
  chat,
  marketing,
  sales,
  support,
  voice,
  surveys,
  reviews,
  obstacles,
  advice,
  insights,
  activity,
  portal,
  intake,
  views,
  listExports,
];
