import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A mail server of one's own: SMTP takes mail for anybody, IMAP (Dovecot) hands it out. */
export interface MailServer {
  readonly smtpPort: number;
  readonly imapPort: number;
  /** Of every mailbox. */
  readonly password: string;
  /** What was sent through SMTP so far, as it came. */
  readonly sent: readonly { from: string; to: string[]; raw: string }[];
  /** Addresses that are refused for good. */
  readonly unknown: Set<string>;
  close(): Promise<void>;
}

const dovecot = '/usr/sbin/dovecot';

/** Whether a Dovecot is here, or could be installed. */
export function ensureDovecot(): boolean {
  if (process.getuid?.() !== 0) return false;
  if (existsSync(dovecot)) return true;
  if (!existsSync('/usr/bin/apt-get')) return false;
  process.stderr.write('Installing Dovecot for the mail tests (apt-get install dovecot-imapd)\n');
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update', '-q');
  run('install', '-y', '--no-install-recommends', 'dovecot-imapd');
  return existsSync(dovecot);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const idOf = (option: '-u' | '-g', name: string): number =>
  Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout);

/** Waits until it speaks at its port; false when somebody else had taken that meanwhile. */
async function speaks(port: number, child: ChildProcess, log: string): Promise<boolean> {
  for (const end = Date.now() + 20_000; ; await sleep(50)) {
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-1_000) : '';
    if (/Address already in use/.test(said)) return false;
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1')
        .once('data', (greeting) => resolve(greeting.includes('Dovecot')))
        .once('error', () => resolve(false));
      socket.setTimeout(1_000, () => resolve(false));
    });
    if (open) return true;
    if (child.exitCode !== null || Date.now() > end) throw new Error(`Dovecot did not start: ${said}`);
  }
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
};

/** Starts Dovecot with these settings at a port that nobody has, another one when somebody takes it before Dovecot does. */
async function startDovecot(
  home: string,
  settingsAt: (port: number, log: string) => string,
): Promise<{ imapPort: number; child: ChildProcess }> {
  for (let tries = 1; ; tries += 1) {
    const imapPort = await freePort();
    const log = join(home, `log-${tries}`);
    const settings = join(home, 'dovecot.conf');
    writeFileSync(settings, settingsAt(imapPort, log));
    const child = spawn(dovecot, ['-F', '-c', settings], { stdio: 'ignore' });
    if (await speaks(imapPort, child, log)) return { imapPort, child };
    await ended(child);
    if (tries === 5) throw new Error('Others took five ports in a row before Dovecot could.');
  }
}

/** Starts both on loopback; needs `ensureDovecot()`. */
export async function startMailServer(): Promise<MailServer> {
  const home = mkdtempSync(join(tmpdir(), 'ancora-mail-'));
  chmodSync(home, 0o755);
  const [uid, gid] = [idOf('-u', 'mail'), idOf('-g', 'mail')];
  const boxes = join(home, 'boxes');
  mkdirSync(boxes);
  chownSync(boxes, uid, gid);
  const password = randomBytes(12).toString('hex');
  const { imapPort, child } = await startDovecot(
    home,
    (port, log) => `protocols = imap
base_dir = ${home}/run
log_path = ${log}
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${boxes}/%u
}
mail_location = maildir:~/Maildir
first_valid_uid = 1
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  );

  let count = 0;
  const deliver = (address: string, raw: Buffer): void => {
    const name = `${Date.now()}.${process.pid}_${++count}.test`;
    const folders = ['', 'Maildir', 'Maildir/tmp', 'Maildir/new', 'Maildir/cur'].map((part) =>
      join(boxes, address, part),
    );
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      chownSync(folder, uid, gid);
    }
    const half = join(boxes, address, 'Maildir/tmp', name);
    writeFileSync(half, raw);
    chownSync(half, uid, gid);
    renameSync(half, join(boxes, address, 'Maildir/new', name));
  };

  const sent: { from: string; to: string[]; raw: string }[] = [];
  const unknown = new Set<string>();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (unknown.has(address)) done(Object.assign(new Error('No such user'), { responseCode: 550 }));
      else done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts);
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        sent.push({ from, to, raw: raw.toString('utf8') });
        for (const address of to) deliver(address, raw);
        done();
      });
    },
  });
  const listening = smtp.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    smtpPort: (listening.address() as AddressInfo).port,
    imapPort,
    password,
    sent,
    unknown,
    async close() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      await ended(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
