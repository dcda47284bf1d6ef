import { describe, expect, it } from 'vitest';
import { EnvironmentMistake, readEnvironment } from './read-environment.ts';

const complaint = (variables: NodeJS.ProcessEnv): string => {
  try {
    readEnvironment(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentMistake);
    return (error as Error).message;
  }
  throw new Error('nothing was complained about');
};

describe('readEnvironment', () => {
  it('asks nothing of an operator who says nothing', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({ port: 4000, host: '127.0.0.1', logLevel: 'info', demoPublic: false });
    expect(environment.home).toMatch(/^\/.*\.ancora$|^[A-Z]:.*\.ancora$/i);
    expect(environment.demo).toBeUndefined();
  });

  it('takes an empty variable for one that was not set', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '' }).port).toBe(4000);
  });

  it.each([
    [{ PORT: '70000' }, /PORT must be a whole number from 0 to 65535/],
    [{ PORT: 'four' }, /PORT must be/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must look like postgresql:/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of/],
    [{ DEMO: 'perhaps' }, /DEMO must be yes or no/],
    [{ ADMIN_EMAIL: 'ada@example.org' }, /ADMIN_EMAIL and ADMIN_PASSWORD/],
    [{ ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD must have at least 12/],
    [{ DATABASE_APP_URL: 'postgresql://a@b/c' }, /DATABASE_APP_URL needs DATABASE_URL/],
    [{ DEMO: '1', HOST: '0.0.0.0' }, /HOST must be 127.0.0.1/],
  ])('names the variable that is wrong: %o', (variables, sentence) => {
    expect(complaint(variables)).toMatch(sentence);
  });

  it('tells all mistakes at once', () => {
    expect(complaint({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2);
  });

  it('opens the demo to the network only when that is said twice', () => {
    expect(readEnvironment({ DEMO: '1', HOST: '0.0.0.0', DEMO_PUBLIC: 'yes' }).demo).toBe(true);
  });
});

describe('the mailbox of the house', () => {
  it('is read with its servers, ports and passwords', () => {
    const { mail } = readEnvironment({
      MAIL_FROM: 'Casa Marea <Support@example.org>',
      MAIL_IMAP_URL: 'imaps://support%40example.org:p%40ss@imap.example.org/Help',
      MAIL_SMTP_URL: 'smtp://127.0.0.1:2525',
    });
    expect(mail).toEqual({
      from: { name: 'Casa Marea', address: 'support@example.org' },
      imap: {
        host: 'imap.example.org',
        port: 993,
        secure: true,
        user: 'support@example.org',
        password: 'p@ss',
        folder: 'Help',
      },
      smtp: { host: '127.0.0.1', port: 2525, secure: false, user: undefined, password: undefined },
    });
  });

  it.each([
    [{ MAIL_SMTP_URL: 'smtps://a.example' }, /MAIL_FROM must say whose mailbox it is/],
    [{ MAIL_FROM: 'nobody', MAIL_SMTP_URL: 'smtps://a.example' }, /MAIL_FROM must look like/],
    [{ MAIL_FROM: 'a@b.example', MAIL_IMAP_URL: 'https://a.example' }, /MAIL_IMAP_URL must look like imaps:/],
  ])('is refused with the name of what is wrong: %o', (variables, sentence) => {
    expect(complaint(variables)).toMatch(sentence);
  });
});
