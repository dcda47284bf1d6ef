import type { Story } from './story.ts';
import { mailed, ordered, subscribed, ticket } from './tell.ts';

/** Everything was answered, nothing was wrong, and nothing remains: the worst case. */
export const nobodyRemembers: Story = {
  id: 'nobody-remembers',
  title: 'The customer nobody remembers',
  homes: [
    [
      {
        language: 'ro',
        gender: 'm',
        first: 'Radu',
        last: 'Munteanu',
        email: 'radu.munteanu@scrisoare.example',
        city: 'Sibiu',
        phone: 0,
        systems: ['shop', 'zendesk', 'mailchimp', 'hubspot'],
        since: 640,
        lives: (when, campaigns) => [
          subscribed(when(640, '20:20'), 2),
          ...mailed(campaigns, 'ro', when(640, '20:20'), 'sent'),
          ordered(when(631, '20:44'), 'CM-1401', 'CM-KET'),
          ticket(
            when,
            'invoice',
            'Factura CM-1401',
            [
              [622, '11:10', 'customer', 'Bună ziua,\nîmi puteți trimite factura?\nRadu Munteanu'],
              [622, '11:55', 'Irina', 'Factura e atașată.'],
            ],
            { score: 'offered' },
          ),
          ordered(when(540, '19:02'), 'CM-1402', 'SP-DSC'),
          ticket(
            when,
            'delivery',
            'Colet CM-1402',
            [
              [533, '13:00', 'customer', 'Când ajunge?'],
              [533, '13:35', 'Tom', 'Coletul ajunge mâine.'],
            ],
            { score: 'offered' },
          ),
          ticket(
            when,
            'question',
            'Piese pentru Goccia Kettle',
            [
              [441, '18:20', 'customer', 'Aveți capac de schimb pentru Goccia Kettle?'],
              [440, '09:05', 'Luc', 'Nu, din păcate.'],
            ],
            { score: 'offered' },
          ),
        ],
      },
    ],
  ],
};
