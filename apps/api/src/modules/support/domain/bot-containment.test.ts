import { describe, expect, it } from 'vitest';
import { differences } from '#kernel/near';
import { type BotSession, botContainment } from './bot-containment.ts';
import vectors from './vectors/bot.json' with { type: 'json' };

describe('what a bot really kept away from people', () => {
  it.each(vectors.cases.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
    expect(differences(botContainment(input.sessions as BotSession[]), expected, vectors.tolerance)).toEqual(
      [],
    );
  });
});
