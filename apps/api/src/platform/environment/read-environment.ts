import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { checkoutRoot } from './checkout-root.ts';

const yes = new Set(['1', 'true', 'yes', 'on']);
const no = new Set(['0', 'false', 'no', 'off']);

const flag = z.string().transform((text, context) => {
  if (yes.has(text.toLowerCase())) return true;
  if (no.has(text.toLowerCase())) return false;
  context.addIssue({ code: 'custom', message: 'must be yes or no (1 or 0)' });
  return z.NEVER;
});

const postgresUrl = z.string().refine((text) => {
  try {
    return /^postgres(ql)?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}, 'must look like postgresql://user:password@host:5432/database');

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`);

const url = (protocols: RegExp, like: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), `must look like ${like}`);

const shape = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_POOL: wholeNumber(1, 200).optional(),
  ANCORA_HOME: z.string().default('.ancora'),
  JOBS: z.enum(['here', 'apart'], { error: 'must be here or apart' }).default('here'),
  DEMO: flag.optional(),
  DEMO_PUBLIC: flag.default(false),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, fatal, silent',
    })
    .default('info'),
  COMPANY_NAME: z.string().max(80, 'must have at most 80 characters').optional(),
  MAIL_IMAP_URL: url(/^imaps?:$/, 'imaps://user:password@host:993/INBOX').optional(),
  MAIL_SMTP_URL: url(/^smtps?:$/, 'smtps://user:password@host:465').optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      'must look like Support <support@example.org>',
    )
    .optional(),
  CHAT_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (origins) =>
        origins.every(
          (one) =>
            URL.canParse(one) && /^https?:$/.test(new URL(one).protocol) && new URL(one).origin === one,
        ),
      'must be web addresses without a path, as https://www.example.org',
    ),
  EGRESS_ALLOW: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((hosts) => hosts.every((one) => /^[^\s/:]+:\d{1,5}$/.test(one)), 'must be like 127.0.0.1:8080'),
  SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}=?$/, 'must be 32 bytes in base64url')
    .optional(),
  BOT_MODEL_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  BOT_MODEL: z.string().trim().min(1).max(200).optional(),
  BOT_MODEL_KEY: z.string().trim().min(1).max(1_000).optional(),
  BOT_MODEL_SECONDS: wholeNumber(1, 30).default(8),
  BOT_MODEL_TOKENS: wholeNumber(50, 2_000).default(300),
  NODE_ENV: z.string().optional(),
});

/** A mail server of somebody's, and how to enter it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise it is asked for on the way, and needed unless the server is on this machine. */
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

/** Where mail comes from and leaves by; either may be missing. */
export interface MailEnvironment {
  readonly from: { readonly name: string | undefined; readonly address: string };
  readonly imap: (MailServer & { readonly folder: string }) | undefined;
  readonly smtp: MailServer | undefined;
}

const mailServer = (text: string, ports: { plain: number; secure: number }): MailServer => {
  const { protocol, hostname, port, username, password } = new URL(text);
  const secure = protocol.endsWith('s:');
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? ports.secure : ports.plain,
    secure,
    user: username ? decodeURIComponent(username) : undefined,
    password: password ? decodeURIComponent(password) : undefined,
  };
};

function readMail(env: {
  MAIL_FROM?: string | undefined;
  MAIL_IMAP_URL?: string | undefined;
  MAIL_SMTP_URL?: string | undefined;
}): MailEnvironment | undefined {
  if (!env.MAIL_FROM) return undefined;
  const named = /^([^<]*)<([^>]+)>$/.exec(env.MAIL_FROM);
  const imap = env.MAIL_IMAP_URL;
  return {
    from: {
      name: named?.[1]?.trim().replace(/^"|"$/g, '') || undefined,
      address: (named?.[2] ?? env.MAIL_FROM).toLowerCase(),
    },
    imap: imap
      ? {
          ...mailServer(imap, { plain: 143, secure: 993 }),
          folder: decodeURIComponent(new URL(imap).pathname.slice(1)) || 'INBOX',
        }
      : undefined,
    smtp: env.MAIL_SMTP_URL ? mailServer(env.MAIL_SMTP_URL, { plain: 587, secure: 465 }) : undefined,
  };
}

/** A language model that may put the bot's answers into words. */
export interface ModelEnvironment {
  /** Where chat completions are asked for. */
  readonly url: string;
  readonly name: string;
  readonly key: string | undefined;
  readonly milliseconds: number;
  readonly tokensAtMost: number;
}

/** The environment as the program uses it: words instead of upper case, numbers and truths instead of text. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** A PostgreSQL of one's own; without it the embedded one is started. */
  readonly databaseUrl: string | undefined;
  /** The application's own login on that PostgreSQL, where the owner may not create roles. */
  readonly databaseAppUrl: string | undefined;
  readonly databasePool: number | undefined;
  /** Absolute folder of everything the product keeps outside PostgreSQL, and of the embedded PostgreSQL itself. */
  readonly home: string;
  /** Whether background work runs in this process, or in others that were started with `ancora work`. */
  readonly jobs: 'here' | 'apart';
  /** `undefined`: nobody said; an empty database then gets the demo company. */
  readonly demo: boolean | undefined;
  readonly demoPublic: boolean;
  readonly admin: { email: string; password: string } | undefined;
  readonly publicUrl: string | undefined;
  /** By which name customers know us: said, else that of the mailbox. */
  readonly companyName: string | undefined;
  /** The mailbox that customers write to and that answers come from. */
  readonly mail: MailEnvironment | undefined;
  /** Web sites that may show the chat window, beside our own address. */
  readonly chatOrigins: readonly string[];
  /** `host:port` that we may call though they are none on the internet. */
  readonly egressAllow: readonly string[];
  /** The key that closes secrets of others; without it one is drawn into `ANCORA_HOME`. */
  readonly secretKey: string | undefined;
  /** `undefined`: the bot says what stands in articles, and nothing leaves the house. */
  readonly botModel: ModelEnvironment | undefined;
  readonly logLevel: string;
  readonly production: boolean;
}

/** The environment cannot be used; the message names each variable and what it must be. */
export class EnvironmentMistake extends Error {
  override name = 'EnvironmentMistake';
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Reads and checks the variables; throws an EnvironmentMistake that names every wrong one. Empty means not set. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const told = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(told);
  const mistakes: string[] = [];
  if (!parsed.success) {
    for (const issue of parsed.error.issues) mistakes.push(`${String(issue.path[0])} ${issue.message}`);
    throw new EnvironmentMistake(mistakes.join('\n'));
  }
  const env = parsed.data;
  if (!env.ADMIN_EMAIL !== !env.ADMIN_PASSWORD)
    mistakes.push('ADMIN_EMAIL and ADMIN_PASSWORD must be given together');
  if (env.DATABASE_APP_URL && !env.DATABASE_URL)
    mistakes.push('DATABASE_APP_URL needs DATABASE_URL, the login that owns the tables');
  if (env.DEMO && !loopback.has(env.HOST) && !env.DEMO_PUBLIC)
    mistakes.push(
      'DEMO opens well-known logins, so HOST must be 127.0.0.1; DEMO_PUBLIC=yes allows it all the same',
    );
  if ((env.MAIL_IMAP_URL || env.MAIL_SMTP_URL) && !env.MAIL_FROM)
    mistakes.push('MAIL_FROM must say whose mailbox it is: Support <support@example.org>');
  if (mistakes.length > 0) throw new EnvironmentMistake(mistakes.join('\n'));
  const mail = readMail(env);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
    databasePool: env.DATABASE_POOL,
    home: isAbsolute(env.ANCORA_HOME) ? env.ANCORA_HOME : join(checkoutRoot(), env.ANCORA_HOME),
    jobs: env.JOBS,
    demo: env.DEMO,
    demoPublic: env.DEMO_PUBLIC,
    admin:
      env.ADMIN_EMAIL && env.ADMIN_PASSWORD
        ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD }
        : undefined,
    publicUrl: env.PUBLIC_URL,
    companyName: env.COMPANY_NAME ?? mail?.from.name,
    mail,
    chatOrigins: env.CHAT_ORIGINS,
    egressAllow: env.EGRESS_ALLOW,
    secretKey: env.SECRET_KEY,
    botModel:
      env.BOT_MODEL_URL && env.BOT_MODEL
        ? {
            url: env.BOT_MODEL_URL,
            name: env.BOT_MODEL,
            key: env.BOT_MODEL_KEY,
            milliseconds: env.BOT_MODEL_SECONDS * 1_000,
            tokensAtMost: env.BOT_MODEL_TOKENS,
          }
        : undefined,
    logLevel: env.LOG_LEVEL,
    production: env.NODE_ENV === 'production',
  };
}
