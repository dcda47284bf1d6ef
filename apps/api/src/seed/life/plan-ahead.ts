import { DAY, HOUR, momentBetween } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { TASK_OWNERS } from '../staff.ts';
import type { ToDo } from './happening.ts';

const subjects = [
  'Call back about the quote',
  'Send the dimensions and the data sheet',
  'Ask whether the trial set can be collected',
  'Prepare the offer for the second floor',
  'Check the delivery date with the warehouse',
  'Send the invoice again, to the new address',
  'Invite to the listening evening',
  'Ask how the first weeks went',
  'Clear up who signs at their side',
  'Remind of the open offer',
  'Find out about the warranty for business use',
  'Thank for the recommendation',
] as const;

/** How a task stands, and how many of a hundred do: most are done, a few are late, and some have no day. */
const standings = [
  ['done', 40],
  ['late', 13],
  ['today', 9],
  ['soon', 28],
  ['some day', 10],
] as const;

/** What is to be done for somebody, and what was done of it in the last weeks, seen from today. */
export function planAhead(random: Random, person: Person, today: number): ToDo[] {
  const count = Math.min(3, random.poisson(0.42));
  return Array.from({ length: count }, (): ToDo => {
    const standing = random.weighted(standings);
    const since = Math.max(person.since, today - (standing === 'done' ? 60 : 25) * DAY);
    const at = momentBetween(random, since, today - HOUR, 'office');
    const task = {
      kind: 'toDo',
      at,
      subject: random.pick(subjects),
      owner: random.weighted(TASK_OWNERS),
    } as const;
    switch (standing) {
      case 'done': {
        const dueAt = at + random.between(1, 12) * DAY;
        return {
          ...task,
          dueAt,
          doneAt: Math.min(today - HOUR, momentBetween(random, at, dueAt + DAY, 'office')),
        };
      }
      case 'late':
        return { ...task, dueAt: today - random.between(1, 9) * DAY };
      case 'today':
        return { ...task, dueAt: today };
      case 'soon':
        return { ...task, dueAt: today + random.between(1, 21) * DAY };
      default:
        return task;
    }
  }).sort((a, b) => a.at - b.at);
}
