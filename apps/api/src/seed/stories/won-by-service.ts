import type { Story } from './story.ts';
import { dealt, logged, ticket } from './tell.ts';

/** A cheaper offer lay on the table; a Sunday night decided. */
export const wonByService: Story = {
  id: 'won-by-service',
  title: 'The deal won because of service',
  homes: [
    [
      {
        language: 'it',
        gender: 'f',
        first: 'Chiara',
        last: 'Fontanesi',
        email: 'chiara.fontanesi@postino.example',
        workEmail: 'chiara.fontanesi@hotel-belvedere.example',
        city: 'Verona',
        phone: 5,
        company: 1,
        jobTitle: 'Direttrice',
        systems: ['hubspot', 'zendesk', 'salesforce'],
        since: 410,
        seenAs: {
          hubspot: { email: 'chiara.fontanesi@hotel-belvedere.example' },
          zendesk: { email: 'Chiara.Fontanesi@hotel-belvedere.example' },
          salesforce: { email: 'chiara.fontanesi@hotel-belvedere.example' },
        },
        lives: (when) => [
          dealt(
            when(400, '09:00'),
            'Hotel Belvedere – 6 × Aurora Espresso',
            'won',
            1820,
            when(380, '12:00'),
            when(380, '12:00'),
            'Paolo',
          ),
          ticket(
            when,
            'defect',
            'Domenica sera, macchine ferme',
            [
              [
                87,
                '20:12',
                'customer',
                'Buonasera,\nsei macchine ferme e domani abbiamo ottanta ospiti a colazione. So che è domenica.\nChiara Fontanesi',
              ],
              [
                87,
                '20:31',
                'Marta',
                'Ci sono. È l’anticalcare: Le ho mandato la procedura, resto in linea finché ripartono.',
              ],
              [87, '21:48', 'customer', 'Tutte e sei. Non so come ringraziarla.'],
              [86, '08:00', 'Marta', 'Buona colazione! Ho spedito dodici decalcificanti, offriamo noi.'],
            ],
            { priority: 'urgent', score: 'good', remark: 'Di domenica sera, in diciannove minuti' },
          ),
          dealt(
            when(80, '10:30'),
            'Hotel Belvedere – 45 × Goccia Kettle, 45 × Aurora Espresso',
            'won',
            14_600,
            when(52, '17:00'),
            when(52, '17:00'),
            'Paolo',
          ),
          logged(
            when(52, '16:30'),
            'Call',
            12,
            'Ingrid',
            'Hotel Belvedere signs',
            'Our price was 9 % higher than the other offer. Asked why us: "you answered on a Sunday".',
            true,
          ),
        ],
      },
    ],
  ],
};
