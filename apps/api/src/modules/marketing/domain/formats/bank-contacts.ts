import { contentHash } from '#kernel/content-hash';
import { defineFormat } from '#modules/house';

const outcomes: ReadonlySet<string> = new Set(['yes', 'no']);

/**
 * Calls of a campaign, one person a row and nothing that says who: how often they were called and what came of it. Each is a record of their own without
 * an identifier or a name, so that nothing can join them with anybody. The day is written without its year; it stays with the record, and
 * the call is as old as its file.
 */
export const bankContacts = defineFormat({
  name: 'csv-campaign-contacts',
  system: 'csv',
  label: 'Calls of a campaign, without names',
  order: 50,
  marks: {
    needs: [['campaign'], ['pdays'], ['poutcome'], ['y']],
    likes: ['age', 'job', 'marital', 'education', 'contact', 'month', 'duration', 'previous'],
    never: [/e-?mail/i, /phone/i],
  },
  read(row) {
    const outcome = row.need('missing-outcome', 'This row does not say what came of the call', 'y');
    if (!outcomes.has(outcome.toLowerCase()))
      return row.refuse('bad-outcome', `${outcome} is not an outcome of a call (yes, no)`, 'y');
    const attempts = row.number('campaign');
    if (attempts === undefined || !Number.isInteger(attempts) || attempts < 1 || attempts > 100_000)
      return row.refuse('bad-attempts', 'This row does not say how often somebody was called', 'campaign');
    // Short, since people read it where there is no name; 72 bits still tell millions apart.
    const key = `contact:${contentHash(row.row.cells).slice(0, 12)}`;
    return {
      kind: 'touch',
      subjectKey: key,
      person: { key, profile: { extra: row.extra() } },
      body: {
        kind: 'called',
        channel: 'phone',
        campaignKey: 'campaign:calls',
        campaignName: 'Phone campaign',
        outcome: outcome.toLowerCase(),
        attempts,
      },
    };
  },
});
