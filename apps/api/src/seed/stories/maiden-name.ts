import type { Story } from './story.ts';
import { ordered, subscribed, ticket } from './tell.ts';

/** One woman under two names and two addresses, held together by a telephone number and a story. */
export const maidenName: Story = {
  id: 'maiden-name',
  title: 'The maiden name',
  homes: [
    [
      {
        language: 'ro',
        gender: 'f',
        first: 'Ioana',
        last: 'Bălan',
        formerLast: 'Dumitrescu',
        email: 'ioana.balan@plic.example',
        formerEmail: 'ioana.dumitrescu@cutia.example',
        city: 'Cluj-Napoca',
        phone: 1,
        systems: ['mailchimp', 'shop', 'salesforce', 'zendesk'],
        since: 690,
        changed: 260,
        seenAs: {
          mailchimp: { last: 'Dumitrescu', email: 'ioana.dumitrescu@cutia.example' },
          salesforce: { last: 'Dumitrescu', email: 'ioana.dumitrescu@cutia.example' },
        },
        lives: (when) => [
          subscribed(when(690, '19:20'), 4),
          ordered(when(610, '21:12'), 'CM-1601', 'CM-ONDA'),
          ordered(when(180, '20:40'), 'CM-1602', 'CM-ESP', 'SP-DSC'),
          ticket(
            when,
            'invoice',
            'Nume nou pe factură',
            [
              [
                176,
                '10:30',
                'customer',
                'Bună ziua,\nm-am căsătorit, acum mă numesc Bălan (înainte Dumitrescu). Puteți schimba numele pe factura CM-1602?\nIoana',
              ],
              [176, '12:05', 'Irina', 'Casă de piatră! Factura cu noul nume e atașată.'],
              [176, '12:20', 'customer', 'Ce frumos, mulțumesc!'],
            ],
            { score: 'good', remark: 'M-au felicitat' },
          ),
        ],
      },
    ],
  ],
};
