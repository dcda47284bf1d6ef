import type { Story } from './story.ts';
import { chatted, mailed, ordered, subscribed, ticket } from './tell.ts';

/** Twelve orders, five of them sent back: a treasure or a loss, depending on who looks. */
export const loyalReturner: Story = {
  id: 'loyal-returner',
  title: 'The loyal buyer who returns 5 of 12 orders',
  homes: [
    [
      {
        language: 'en',
        gender: 'f',
        first: 'Harriet',
        last: 'Osborne',
        email: 'harriet.osborne@postbox.example',
        city: 'Norwich',
        phone: 1,
        nick: 'Hattie',
        systems: ['shop', 'mailchimp', 'zendesk', 'intercom'],
        since: 655,
        lives: (when, campaigns) => [
          subscribed(when(655, '20:00'), 5),
          ...mailed(campaigns, 'en', when(655, '20:00'), 'sent', 'open', 'click'),
          ordered(when(650, '21:15'), 'CM-1701', 'CM-KET'),
          ordered(when(590, '20:02'), 'CM-1702', '-CM-V120'),
          ordered(when(583, '19:44'), 'CM-1703', 'CM-V300', 'SP-BAG'),
          ordered(when(512, '22:10'), 'CM-1704', '-NA-GRD'),
          ordered(when(430, '20:31'), 'CM-1705', 'CM-TST'),
          ordered(when(377, '11:05'), 'CM-1706', 'SP-BAG', 'SP-FLT'),
          ordered(when(340, '21:48'), 'CM-1707', '-CM-MIX'),
          ordered(when(290, '20:20'), 'CM-1708', 'CM-ESP', 'SP-DSC'),
          ordered(when(205, '19:10'), 'CM-1709', '-CM-BRZ'),
          ordered(when(140, '20:55'), 'CM-1710', 'SP-DSC', 'SP-SEA'),
          ordered(when(71, '21:37'), 'CM-1711', '-NA-VNL'),
          ordered(when(24, '20:06'), 'CM-1712', 'NA-GRD'),
          ticket(
            when,
            'return',
            'Return of Brezza Robot',
            [
              [
                196,
                '18:30',
                'customer',
                'Hello,\nme again! The robot is afraid of my cats, or they of it. May I send it back?\nHattie',
              ],
              [195, '09:12', 'Tom', 'Of course, label attached. Which colour are the cats?'],
              [195, '09:40', 'customer', 'Ginger and grey. You are the reason I always come back.'],
            ],
            { score: 'good' },
          ),
          chatted(
            when,
            [
              [66, '20:15', 'customer', 'hi, one more return i fear, the record player hums'],
              [66, '20:15', 'bot', 'Hello! I am the assistant of Casa Marea. What is your order number?'],
              [66, '20:16', 'customer', 'CM-1711'],
              [66, '20:19', 'Tom', 'Hello Hattie, label is on its way.'],
            ],
            { rating: 5 },
          ),
        ],
      },
    ],
  ],
};
