import type { Role, Story } from './story.ts';
import { chatted, logged, ordered, subscribed, ticket } from './tell.ts';

const elder: Role = {
  language: 'it',
  gender: 'm',
  first: 'Vittorio',
  last: 'Gallerani',
  email: 'vittorio.gallerani@lettera.example',
  city: 'Forlì',
  phone: 1,
  systems: ['salesforce', 'zendesk', 'shop'],
  since: 720,
  lives: (when) => [
    ordered(when(700, '17:30'), 'CM-1801', 'NA-VNL'),
    logged(
      when(690, '10:00'),
      'Call',
      18,
      'Ingrid',
      'Call Vittorio Gallerani',
      'President of the record club of Forlì, forty members. Very pleased, will show it on Thursday.',
    ),
    ticket(
      when,
      'defect',
      'Norda Vinile: il braccio scende da solo',
      [
        [
          310,
          '15:20',
          'customer',
          'Buongiorno,\nil braccio scende da solo e mi ha rigato un disco del 1962. Al circolo lo hanno visto tutti.\nVittorio Gallerani',
        ],
        [303, '11:00', 'Luc', 'Ci mandi una foto.'],
        [303, '14:10', 'customer', 'La foto di un braccio che scende?'],
        [290, '16:45', 'Noor', 'La garanzia è scaduta da tre settimane, ci dispiace.'],
        [290, '17:30', 'customer', 'Vi avevo scritto prima che scadesse. Lo racconterò giovedì al circolo.'],
      ],
      { score: 'bad', remark: 'Vent’anni che compro, mai più', priority: 'high' },
    ),
  ],
};
const newcomer = (
  first: string,
  last: string,
  gender: 'f' | 'm',
  phone: number,
  days: number,
  lines: readonly [string, string, string][],
): Role => ({
  language: 'it',
  gender,
  first,
  last,
  email: `${first.toLowerCase()}.${last.toLowerCase()}@casella.example`,
  city: 'Forlì',
  phone,
  systems: ['intercom', 'mailchimp'],
  since: days,
  lives: (when) => [
    subscribed(when(days, '20:00'), 2),
    chatted(
      when,
      lines.map(([clock, who, text]) => [days - 6, clock, who, text] as const),
    ),
  ],
});

/** He never writes a review; he talks on Thursdays. Three newcomers ask about him, and none buys. */
export const unhappyElder: Story = {
  id: 'unhappy-elder',
  title: 'The unhappy elder who stops newcomers',
  homes: [
    [elder],
    [
      newcomer('Sofia', 'Casadei', 'f', 2, 260, [
        [
          '21:10',
          'customer',
          'ciao, volevo un Norda Vinile ma al circolo dei dischi mi hanno detto che il braccio scende. è vero?',
        ],
        ['21:10', 'bot', 'Ciao! Sono l’assistente di Casa Marea. Qual è il numero d’ordine?'],
        ['21:12', 'customer', 'non ho ordinato, chiedevo. lasciamo stare'],
      ]),
    ],
    [
      newcomer('Ettore', 'Ravaioli', 'm', 3, 200, [
        ['18:30', 'customer', 'Vittorio del circolo mi sconsiglia il Vinile. Cosa è successo con il suo?'],
        ['18:44', 'Marta', 'Buonasera, non posso parlare di altri clienti. Il Vinile è molto affidabile.'],
        ['18:46', 'customer', 'Capisco. Ci penso.'],
      ]),
    ],
    [
      newcomer('Bianca', 'Fabbrini', 'f', 4, 95, [
        [
          '20:05',
          'customer',
          'quanto dura la garanzia del Norda Vinile? in un circolo di Forlì ne parlano male',
        ],
        ['20:31', 'Luc', 'Due anni.'],
      ]),
    ],
  ],
};
