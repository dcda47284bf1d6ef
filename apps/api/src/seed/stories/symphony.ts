import type { Story } from './story.ts';
import { logged, ordered, subscribed, ticket } from './tell.ts';

/** Weeks of lovely music, and a screech at the very end: the experience was good, the memory is not. */
export const symphony: Story = {
  id: 'symphony',
  title: 'The symphony that ends in a screech',
  homes: [
    [
      {
        language: 'en',
        gender: 'f',
        first: 'Clara',
        last: 'Whitfield',
        email: 'clara.whitfield@letters.example',
        city: 'Bath',
        phone: 0,
        systems: ['salesforce', 'zendesk', 'shop', 'mailchimp'],
        since: 96,
        lives: (when) => [
          subscribed(when(96, '19:12'), 4),
          logged(
            when(90, '10:05'),
            'Call',
            24,
            'Ingrid',
            'First call with Clara Whitfield',
            'Looks for a sound system for the music room. Listened a lot, she hums while she thinks. Lovely call.',
            true,
            [{ minutes: 24, sentiment: 0.8 }],
          ),
          logged(
            when(83, '14:00'),
            'Meeting',
            75,
            'Ingrid',
            'Listening session',
            'Played her Sinfonia with her own records. She cried a little at the slow movement. Wants it.',
          ),
          ordered(when(80, '20:41'), 'CM-1101', 'NA-SINF'),
          logged(
            when(74, '09:30'),
            'Meeting',
            120,
            'Gareth',
            'Installation',
            'Set it up, moved the speakers twice until it was right. Stayed for tea.',
          ),
          ticket(
            when,
            'setup',
            'A question about the turntable input',
            [
              [
                66,
                '18:20',
                'customer',
                'Hello,\nwhich input is for the record player? I am almost afraid to touch such a beautiful thing.\nClara',
              ],
              [
                66,
                '18:34',
                'Tom',
                'Hello Clara, the one with the golden ring. And do touch it, it likes that. Tom',
              ],
              [66, '18:52', 'customer', 'It plays! Thank you so much, the house is full of Mahler.'],
            ],
            { score: 'good', remark: 'Fourteen minutes on a Sunday evening. Wonderful.' },
          ),
          logged(
            when(52, '11:15'),
            'Call',
            15,
            'Ingrid',
            'How does it sound?',
            'She invites us all to a concert evening. Happiest customer of the year.',
            false,
            [{ minutes: 15, sentiment: 0.9 }],
          ),
          ticket(
            when,
            'question',
            'Room correction',
            [
              [
                33,
                '10:02',
                'customer',
                'Dear Tom,\nmy neighbour says there is a room correction. Do I need it?\nClara',
              ],
              [
                33,
                '10:40',
                'Tom',
                'Your room hardly needs any, but I have prepared a file for you, attached. Two clicks.',
              ],
              [33, '12:15', 'customer', 'Even clearer now. You are magicians.'],
            ],
            { score: 'good' },
          ),
          logged(
            when(9, '16:20'),
            'Call',
            20,
            'Ingrid',
            'She plays us her symphony',
            'Twenty minutes of Mahler over the telephone, she conducted. Before I hung up I had to tell her of the £180 for the installation.',
            true,
            [
              { minutes: 19.5, sentiment: 0.9, kind: 'listening' },
              { minutes: 0.5, sentiment: -1, kind: 'hung-up' },
            ],
          ),
          ticket(
            when,
            'invoice',
            'Phone call: bill for the installation',
            [
              [
                9,
                '16:48',
                'customer',
                'Called about a bill of £180 for the installation, which Ingrid had said was included.',
              ],
              [
                9,
                '16:51',
                'Noor',
                'Told her that it is in the conditions and that there is nothing I can do. She wanted to explain, I had another call waiting and hung up.',
              ],
            ],
            {
              channel: 'voice',
              priority: 'high',
              score: 'bad',
              remark: 'After all those weeks she put the phone down on me.',
            },
          ),
        ],
      },
    ],
  ],
};
