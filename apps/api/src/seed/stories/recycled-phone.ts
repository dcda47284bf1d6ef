import type { Story } from './story.ts';
import { logged, ordered, ticket } from './tell.ts';

/** A number that was given out again: two strangers who must stay two. */
export const recycledPhone: Story = {
  id: 'recycled-phone',
  title: 'The recycled telephone number',
  homes: [
    [
      {
        language: 'en',
        gender: 'm',
        first: 'Owen',
        last: 'Pritchard',
        email: 'owen.pritchard@inbox.example',
        city: 'Cardiff',
        phone: 3,
        systems: ['salesforce', 'shop'],
        since: 700,
        lives: (when) => [
          logged(
            when(698, '11:00'),
            'Call',
            6,
            'Gareth',
            'Call Owen Pritchard',
            'Wants two Garden for the terrace. Moves to Spain in autumn and gives the number up.',
            true,
          ),
          ordered(when(690, '13:30'), 'CM-2301', 'NA-GRD'),
        ],
      },
    ],
    [
      {
        language: 'en',
        gender: 'f',
        first: 'Megan',
        last: 'Doyle',
        email: 'megan.doyle@bluepost.example',
        city: 'Cardiff',
        phone: 3,
        systems: ['zendesk', 'shop', 'hubspot'],
        since: 160,
        lives: (when) => [
          ordered(when(158, '18:20'), 'CM-2302', 'CM-V120'),
          ticket(
            when,
            'question',
            'Who is Owen?',
            [
              [
                120,
                '17:10',
                'customer',
                'Hi,\nyou rang me and asked for an Owen. I have had this number since spring. Please take him off.\nMegan',
              ],
              [119, '09:30', 'Tom', 'Sorry about that, Megan. Removed.'],
            ],
            { score: 'good' },
          ),
        ],
      },
    ],
  ],
};
