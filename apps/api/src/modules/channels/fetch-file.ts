import { z } from 'zod';
import { bytesAtMost } from '#modules/attachments';
import { type Egress, ForbiddenAddress, type OutsideAnswer } from '#platform/egress';
import type { Vault } from '#platform/vault';
import type { RemoteFile } from './domain/arrival.ts';
import { type Channel, usualApi } from './domain/channel.ts';
import { isForGood, NoFile } from './domain/remote-file.ts';
import { openSecret } from './secrets.ts';

const redirectsAtMost = 3;

/** What of a file Meta tells before it gives it. */
const described = z.looseObject({ url: z.string(), file_size: z.coerce.number().optional() });

/**
 * Asks for bytes, following a few redirects through the guarded way out. What we show to be let in goes to `trusted` origins alone: not
 * to where a redirect leads.
 */
async function ask(
  egress: Egress,
  address: string,
  authorization: string | null,
  trusted: (url: URL) => boolean,
): Promise<OutsideAnswer> {
  let url = address;
  for (let step = 0; step <= redirectsAtMost; step += 1) {
    let answer: OutsideAnswer;
    try {
      const headers = authorization && trusted(egress.check(url)) ? { authorization } : undefined;
      answer = await egress.ask(url, {
        ...(headers ? { headers } : {}),
        bytesAtMost,
        milliseconds: 30_000,
        signal: AbortSignal.timeout(120_000),
      });
    } catch (error) {
      if (error instanceof ForbiddenAddress) throw new NoFile(error.message);
      if (/larger/.test((error as Error).message)) throw new NoFile('It is larger than 10 MB.');
      throw error;
    }
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status >= 400 || !location) {
      if (isForGood(answer.status)) throw new NoFile(`Its host answers ${answer.status}.`);
      if (answer.status !== 200) throw new Error(`Its host answers ${answer.status}.`);
      return answer;
    }
    url = new URL(location, url).href;
  }
  throw new NoFile('It is led on and on.');
}

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

/**
 * Fetches a file that a provider keeps for us, with what the provider wants shown: Twilio the account's token, WhatsApp of Meta the access
 * token, pages nothing. `NoFile` when it will never come; any other error passes.
 */
export async function fetchFile(
  { egress, vault }: { egress: Egress; vault: Vault },
  channel: Channel,
  file: RemoteFile,
): Promise<Buffer> {
  const api = (channel.settings.api ?? usualApi[channel.provider] ?? '').replace(/\/+$/, '');
  const isApi = (url: URL) => url.origin === originOf(api);
  if (channel.provider.startsWith('twilio')) {
    const token = openSecret(vault, channel, 'authToken') ?? '';
    const basic = `Basic ${Buffer.from(`${channel.settings.accountSid ?? ''}:${token}`).toString('base64')}`;
    return (await ask(egress, file.at, basic, isApi)).body;
  }
  if (channel.provider === 'meta-page') return (await ask(egress, file.at, null, () => false)).body;
  const bearer = `Bearer ${openSecret(vault, channel, 'accessToken') ?? ''}`;
  const about = await ask(egress, `${api}/${encodeURIComponent(file.at)}`, bearer, isApi);
  const read = described.safeParse(jsonOf(about.body));
  if (!read.success) throw new NoFile('Its provider does not say where it is.');
  if ((read.data.file_size ?? 0) > bytesAtMost) throw new NoFile('It is larger than 10 MB.');
  // Meta gives files from a host of its own, to whoever shows the token.
  const isMeta = (url: URL) => isApi(url) || /(^|\.)(fbsbx|facebook|fbcdn)\.(com|net)$/.test(url.hostname);
  return (await ask(egress, read.data.url, bearer, isMeta)).body;
}

const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};
