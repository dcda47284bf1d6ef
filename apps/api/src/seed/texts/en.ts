import type { Phrases } from './phrases.ts';

/** English. */
export const english: Phrases = {
  greeting: ['Hello,', 'Hi,', 'Good morning,', 'Hi there,', 'Dear team,', ''],
  farewell: ['Thanks, {name}', '{name}', 'Best, {name}', 'Kind regards, {name}', ''],
  causes: {
    defect: {
      subject: ['{product} stopped working', '{product} makes a strange noise', 'Fault on {product}'],
      ask: [
        'my {product} stopped after {days} days. The light blinks three times and then nothing.',
        '{product} has started to rattle. It was fine until last week.',
        'the {product} from order {order} does not switch on any more. I tried two sockets.',
      ],
      answer: [
        'I am sorry about that. Please hold the power button for ten seconds; if the light still blinks, we will collect it and repair it free of charge.',
        'That noise usually comes from the seal. I am sending you a new one today, it takes two minutes to fit.',
      ],
    },
    setup: {
      subject: ['How do I connect {product}?', 'Setting up {product}', 'Manual for {product}'],
      ask: [
        'the manual says to hold both buttons, but nothing happens. What am I doing wrong?',
        'I cannot get {product} onto our wifi. It finds the network and then gives up.',
      ],
      answer: [
        'Please switch the router to 2.4 GHz for the first connection; afterwards you can switch it back.',
        'Hold both buttons until you hear the second tone, about eight seconds. I have attached a short film.',
      ],
    },
    expectation: {
      subject: ['{product} is not what I expected', 'Is {product} meant to be like this?'],
      ask: [
        'from the advertisement I thought {product} would be much quieter. Is mine broken?',
        '{product} works, but it is not what was promised on your page.',
      ],
      answer: [
        'Your {product} is within its specification. I understand that our page made you expect something else, and I have passed that on.',
        'Nothing is broken: this model is made for smaller rooms. We can exchange it for a larger one if you like.',
      ],
    },
    delivery: {
      subject: ['Where is order {order}?', 'Late delivery', 'Parcel {order}'],
      ask: [
        'order {order} was promised for Friday and has not come.',
        'the carrier says delivered, but there is no parcel here. Order {order}.',
      ],
      answer: [
        'The parcel is held at the depot. I have asked for a second attempt tomorrow before noon.',
        'I see it too. I have started a search; if it is not found in two days, we send a new one.',
      ],
    },
    invoice: {
      subject: ['Invoice for {order}', 'Charged twice?'],
      ask: [
        'could you send the invoice for {order} with our VAT number?',
        'I was charged twice for {order}. Please check.',
      ],
      answer: [
        'The corrected invoice is attached.',
        'The second charge was only a reservation and disappears within five days.',
      ],
    },
    return: {
      subject: ['Return of {product}', 'I would like to send {product} back'],
      ask: [
        'I would like to return {product}, it is too big for our kitchen. How do I do it?',
        'please send a return label for {order}.',
      ],
      answer: [
        'Of course. The label is attached, and you have your money back within a week of its arrival.',
        'No problem, the carrier collects it on Thursday.',
      ],
    },
    question: {
      subject: ['Question about {product}', 'Before I buy {product}'],
      ask: [
        'does {product} fit a worktop 55 cm deep?',
        'is there a discount if we take four of {product}?',
        'how long do you keep spare parts for {product}?',
      ],
      answer: [
        'It does, with 2 cm to spare.',
        'From four pieces on we give 8 %. Shall I write you an offer?',
        'Ten years from the last sale.',
      ],
    },
  },
  nudge: [
    'Any news on this?',
    'I tried that, it is still the same.',
    'Could somebody have a look, please?',
    'It worked for one day, now it is back.',
  ],
  annoyed: [
    'This is the third time I write.',
    'Frankly, I expected better.',
    'I have now explained this twice.',
    'Please call me, I am tired of mails.',
  ],
  thanks: ['That did it, thank you!', 'Works now. Thanks.', 'Great, many thanks.', 'ok thanks'],
  holding: [
    'We are looking into it and come back to you by tomorrow.',
    'I have asked our workshop and will write as soon as I know.',
    'Could you send us a photo of the label underneath?',
  ],
  closing: [
    'Glad that it works again. {agent}',
    'I close this now; just answer if anything is left. {agent}',
    'Thank you for your patience. {agent}',
  ],
  praise: ['Quick and kind.', 'Solved in one go.', 'Thanks to {agent}!', 'Very helpful'],
  blame: [
    'Took far too long',
    'Nobody read what I wrote',
    'Solved in the end, but what a trouble',
    'No real answer',
  ],
  chat: {
    opening: [
      'Hi, is {product} in stock?',
      'hello, I need help with my order',
      'do you deliver on saturdays?',
      'my {product} is leaking',
    ],
    bot: ['Hello! I am the assistant of Casa Marea. What is your order number?'],
    botAgain: ['I did not understand that. Please choose: 1 orders, 2 products, 3 returns.'],
    person: ['can I talk to a person please', 'a human please', 'I do not have it here'],
    agent: [
      'Hi, this is {agent}. I have read the above, give me a minute.',
      'Done, you will get a mail about it.',
      'Yes, we can do that.',
    ],
  },
  campaigns: [
    'Spring cleaning without the dust',
    'The sound of summer: Norda in your garden',
    'Back home: small helpers for September',
    'Black week at Casa Marea',
    'Last parcels before Christmas',
  ],
};
