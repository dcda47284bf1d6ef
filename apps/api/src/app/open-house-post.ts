import { type ChannelGround, openPost, type Post, providerCarriers } from '#modules/channels';
import { chatCarrier } from '#modules/chat';
import { subjectsOf } from '#modules/intake';
import { modules } from './modules.ts';
import type { House } from './open-house.ts';

/** Opens the post of a house: letters leave by all ways there are, and mail comes in. It is where background work is. */
export function openHousePost({ database, environment, log }: House, ground: ChannelGround): Post {
  const subjects = subjectsOf(modules);
  return openPost({
    database,
    subjects,
    mail: environment.mail,
    carriers: [chatCarrier(database, subjects), ...providerCarriers({ database, ...ground })],
    log,
  });
}
