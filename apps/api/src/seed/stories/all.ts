import { botThatHoldsOn } from './bot-that-holds-on.ts';
import { fatherAndSon } from './father-and-son.ts';
import { loyalReturner } from './loyal-returner.ts';
import { maidenName } from './maiden-name.ts';
import { nobodyRemembers } from './nobody-remembers.ts';
import { oneMailbox } from './one-mailbox.ts';
import { recovered } from './recovered.ts';
import { recycledPhone } from './recycled-phone.ts';
import type { Story } from './story.ts';
import { symphony } from './symphony.ts';
import { thirtySeconds } from './thirty-seconds.ts';
import { toldThreeTimes } from './told-three-times.ts';
import { twins } from './twins.ts';
import { unhappyElder } from './unhappy-elder.ts';
import { vacuumCleaner } from './vacuum-cleaner.ts';
import { wonByService } from './won-by-service.ts';

/** The stories of the demo, in the order in which `docs/demo.md` tells them; their people are the first ones made. */
export const STORIES: readonly Story[] = [
  symphony,
  vacuumCleaner,
  thirtySeconds,
  nobodyRemembers,
  oneMailbox,
  maidenName,
  loyalReturner,
  unhappyElder,
  toldThreeTimes,
  recovered,
  wonByService,
  botThatHoldsOn,
  recycledPhone,
  fatherAndSon,
  twins,
];

/** The households of the stories, one after another: they are the first households of the demo. */
export const STORY_HOMES = STORIES.flatMap((story) => story.homes.map((roles) => ({ story, roles })));
