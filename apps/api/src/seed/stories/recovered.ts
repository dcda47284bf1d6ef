import type { Story } from './story.ts';
import { ordered, promised, subscribed, ticket } from './tell.ts';

/** It went badly wrong, somebody rang up, and he came back: bad can be mended. */
export const recovered: Story = {
  id: 'recovered',
  title: 'Recovered after a call',
  homes: [
    [
      {
        language: 'en',
        gender: 'm',
        first: 'Thomas',
        last: 'Ashcombe',
        email: 'thomas.ashcombe@homemail.example',
        city: 'York',
        phone: 2,
        systems: ['shop', 'zendesk', 'mailchimp', 'hubspot'],
        since: 230,
        lives: (when) => [
          subscribed(when(230, '08:00'), 3),
          ordered(when(225, '07:50'), 'CM-2001', 'CM-FRN'),
          ticket(
            when,
            'delivery',
            'Oven left in the rain',
            [
              [
                214,
                '19:20',
                'customer',
                'Good evening,\nyour driver left the oven on the pavement in the rain. The box fell apart. I am furious.\nT. Ashcombe',
              ],
              [211, '10:15', 'Noor', 'Please send photos of the packaging.'],
              [
                211,
                '10:40',
                'customer',
                'There is no packaging left. Did you read my mail? Cancel everything.',
              ],
            ],
            { score: 'bad', remark: 'Never again.', priority: 'urgent' },
          ),
          ticket(
            when,
            'delivery',
            'Call back to Mr Ashcombe',
            [
              [
                209,
                '09:05',
                'Tom',
                'Called him before anything else today. Let him tell it all, did not interrupt, said sorry without a but. New oven comes on Saturday with two people who carry it in; I call again on Monday.',
              ],
              [
                206,
                '12:30',
                'customer',
                'It came at nine sharp and they even took the old one away. I did not expect that. Thank you, Tom.',
              ],
              [204, '09:10', 'Tom', 'Called as promised: all well, first bread in the oven.'],
            ],
            { channel: 'voice', score: 'good', remark: 'Tom rang me himself. That is how it is done.' },
          ),
          promised(when(209, '09:05'), {
            in: 'zendesk',
            about: 'delivery',
            channel: 'phone',
            words: 'The new oven comes on Saturday, two people carry it in',
            by: 'Tom Hadley',
            dueAt: when(206, '18:00'),
            doneAt: when(206, '09:00'),
            evidence: 'It came at nine sharp and they even took the old one away.',
          }),
          promised(when(209, '09:06'), {
            in: 'zendesk',
            about: 'call-back',
            channel: 'phone',
            words: 'I call you again on Monday',
            by: 'Tom Hadley',
            dueAt: when(204, '18:00'),
            doneAt: when(204, '09:10'),
            evidence: 'Called as promised: all well, first bread in the oven.',
          }),
          ordered(when(131, '20:12'), 'CM-2002', 'CM-DIS'),
          ordered(when(38, '19:40'), 'CM-2003', 'CM-KET', 'CM-TST'),
        ],
      },
    ],
  ],
};
