import { Random } from '../random.ts';
import { type Day, on, YEARS } from './calendar.ts';
import { mistaken } from './mistaken.ts';
import type { CrowdPerson, Job } from './person.ts';
import type { CrowdSource, Field } from './sources.ts';
import type { World } from './world.ts';

/** One look of a source at somebody: who looks, at whom, and as of when. */
export class Look {
  readonly random: Random;
  /** When the record was made. */
  readonly made: Day;
  /** The day as of which it is right: most records are renewed now and then, some never since they were made. */
  readonly day: Day;
  readonly job: Job | undefined;
  readonly #silence: number;

  constructor(
    readonly world: World,
    readonly person: CrowdPerson,
    readonly source: CrowdSource,
    copy: number,
  ) {
    const random = new Random(world.seed, 'record', person.id, source.name, copy);
    this.random = random;
    // Nobody is a customer as a child.
    const since = Math.min(YEARS * 365, world.today - person.born - 16 * 365);
    this.made = world.today - Math.floor(random.next() ** 0.8 * Math.max(0, since));
    this.day = random.chance(world.profile.stale)
      ? this.made
      : world.today - Math.floor(random.next() ** 2 * (world.today - this.made));
    this.job = on(person.job, this.day);
    // Who tells little tells little everywhere: gaps of one person go together.
    this.#silence = world.profile.gaps * (0.5 + person.discreet * 1.8);
  }

  /** True when the source has this field filled. */
  fills(field: Field): boolean {
    const share = this.source.fills[field];
    return share > 0 && this.random.chance(1 - (1 - share) * this.#silence);
  }

  /** A text as whoever wrote it down in this source spelt it. */
  slip(text: string): string {
    return mistaken(this.random, this.world, this.source, this.person.country, text);
  }
}
