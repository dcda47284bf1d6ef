import type { Story } from './story.ts';
import { chatted, dealt, promised, ticket } from './tell.ts';

/** The same thing told to three people, while a large deal waits on the other side of the house. */
export const toldThreeTimes: Story = {
  id: 'told-three-times',
  title: 'Told it to three people',
  homes: [
    [
      {
        language: 'ro',
        gender: 'f',
        first: 'Ana',
        last: 'Popescu',
        email: 'ana.popescu@mesaje.example',
        workEmail: 'ana.popescu@carpatia-spa.example',
        city: 'Brașov',
        phone: 2,
        company: 5,
        jobTitle: 'Director',
        systems: ['hubspot', 'zendesk', 'intercom'],
        since: 540,
        seenAs: {
          hubspot: { email: 'ana.popescu@carpatia-spa.example' },
          zendesk: { email: 'ana.popescu@carpatia-spa.example' },
          intercom: { last: 'P.' },
        },
        lives: (when) => [
          dealt(
            when(520, '10:00'),
            'Carpatia Spa – 12 × Brezza Robot',
            'won',
            4400,
            when(470, '15:00'),
            when(470, '15:00'),
            'Mihnea',
          ),
          dealt(
            when(60, '09:30'),
            'Carpatia Spa – renewal and 40 rooms',
            'contract',
            48_200,
            when(-38, '12:00'),
            when(12, '16:20'),
            'Mihnea',
          ),
          chatted(
            when,
            [
              [
                11,
                '09:02',
                'customer',
                'Bună ziua, toți cei 12 roboți cer parola la fiecare pornire. Comanda e pe Carpatia Spa.',
              ],
              [11, '09:02', 'bot', 'Bună! Sunt asistentul Casa Marea. Care e numărul comenzii?'],
              [11, '09:04', 'customer', 'Nu e o comandă din magazin. 12 roboți, parolă la fiecare pornire.'],
              [11, '09:30', 'Luc', 'Bună ziua, scrieți vă rog la support@casamarea.example.'],
            ],
            { rating: 2, remark: 'Am explicat degeaba' },
          ),
          ticket(
            when,
            'defect',
            '12 roboți cer parola',
            [
              [
                11,
                '09:48',
                'customer',
                'Bună ziua,\ncei 12 Brezza Robot cer parola la fiecare pornire. Am explicat deja pe chat.\nAna Popescu, Carpatia Spa',
              ],
              [10, '14:15', 'Tom', 'Bună ziua, ce model aveți și de când?'],
              [10, '14:40', 'customer', 'Brezza Robot, 12 bucăți. E a doua oară când spun.'],
            ],
            { status: 'open', priority: 'high' },
          ),
          ticket(
            when,
            'defect',
            'Apel: roboții de la Carpatia Spa',
            [
              [6, '11:20', 'customer', 'A sunat: toți roboții cer parola la fiecare pornire.'],
              [
                6,
                '11:26',
                'Irina',
                'Am întrebat modelul și numărul. A spus că e a treia persoană căreia îi povestește același lucru. Am preluat eu cazul.',
              ],
            ],
            {
              channel: 'voice',
              status: 'hold',
              score: 'bad',
              remark: 'Am povestit același lucru la trei oameni',
            },
          ),
          promised(when(6, '11:26'), {
            in: 'zendesk',
            about: 'call-back',
            channel: 'phone',
            words: 'Vă sun până vineri cu o soluție pentru toți cei 12 roboți',
            by: 'Irina Șoimu',
            dueAt: when(2, '16:00'),
          }),
          promised(when(6, '11:27'), {
            in: 'zendesk',
            about: 'resolution',
            channel: 'phone',
            words: 'Roboții funcționează fără parolă',
            by: 'Irina Șoimu',
            dueAt: when(-4, '16:00'),
          }),
        ],
      },
    ],
  ],
};
