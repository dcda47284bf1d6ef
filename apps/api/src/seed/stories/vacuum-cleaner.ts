import type { Story } from './story.ts';
import { ordered, subscribed, ticket } from './tell.ts';

/** Two machines exchanged, and none was broken: the advertisement had promised what it was never made for. */
export const vacuumCleaner: Story = {
  id: 'vacuum-cleaner',
  title: 'The vacuum cleaner that was never defective',
  homes: [
    [
      {
        language: 'it',
        gender: 'f',
        first: 'Giulia',
        last: 'Marchetti',
        email: 'giulia.marchetti@posta.example',
        city: 'Bologna',
        phone: 0,
        systems: ['shop', 'zendesk', 'mailchimp'],
        since: 150,
        lives: (when) => [
          subscribed(when(150, '21:03'), 3),
          ordered(when(141, '21:40'), 'CM-1201', '-CM-V300'),
          ticket(when, 'defect', 'Vento 300 non aspira', [
            [
              133,
              '19:15',
              'customer',
              'Buongiorno,\nVento 300 sui tappeti non aspira quasi niente. Nella pubblicità tirava su la sabbia. Credo sia difettoso.\nGiulia Marchetti',
            ],
            [
              132,
              '09:20',
              'Marta',
              'Buongiorno Giulia, mi dispiace. Lo cambiamo subito, il corriere passa giovedì.',
            ],
            [132, '12:44', 'customer', 'Grazie, gentilissima.'],
          ]),
          ordered(when(126, '10:00'), 'CM-1202', '-CM-V300'),
          ticket(
            when,
            'defect',
            'Anche il secondo Vento 300 è difettoso',
            [
              [
                119,
                '20:31',
                'customer',
                'Salve, è arrivato quello nuovo ed è uguale. Due difettosi di fila?',
              ],
              [117, '15:02', 'Luc', 'Bonjour, pardon, buongiorno. Le mandiamo un altro apparecchio.'],
              [117, '20:10', 'customer', 'E chi mi dice che il terzo funziona?'],
            ],
            { score: 'bad', remark: 'Nessuno mi ha chiesto che tappeti ho' },
          ),
          ticket(
            when,
            'expectation',
            'Terzo apparecchio: prima vorrei capire',
            [
              [
                104,
                '18:47',
                'customer',
                'Prima di ricevere il terzo: è possibile che Vento 300 non sia fatto per i tappeti lunghi?',
              ],
              [
                103,
                '08:35',
                '(Marta)',
                'Il laboratorio ha provato i due apparecchi resi: funzionano perfettamente. Non era mai difettoso. La pagina mostra un tappeto a pelo lungo.',
              ],
              [
                103,
                '08:52',
                'Marta',
                'Ha ragione Lei: è fatto per i pavimenti duri e la nostra pubblicità faceva credere altro. Le rimborso tutto e ho segnalato la pagina.',
              ],
              [103, '13:20', 'customer', 'Finalmente qualcuno che lo dice. Bastava scriverlo prima.'],
            ],
            { score: 'offered' },
          ),
          {
            kind: 'answer',
            at: when(102, '09:00'),
            in: 'zendesk',
            survey: 'expectation',
            channel: 'email',
            answeredAt: when(102, '19:30'),
            product: 'Vento 300',
            expected: 2,
            found: -1,
            cause: 'expectation',
            comment: 'Nella pubblicità tirava su la sabbia dai tappeti lunghi',
          },
        ],
      },
    ],
  ],
};
