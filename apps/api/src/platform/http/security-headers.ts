import { createHash } from 'node:crypto';
import { type IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** Hashes of the scripts that stand inside a page, so that they may run and no other may. */
export const inlineScriptHashes = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gi)]
    .filter(([, text]) => text?.trim())
    .map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`);

/**
 * The headers that go with every answer, computed once. Scripts come from here alone; styles may stand in the page,
 * because the component library writes them there.
 */
export function securityHeaders(options: { html?: string; https?: boolean } = {}): [string, string][] {
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScriptHashes(options.html ?? '')],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  const request = { headers: {}, method: 'GET' } as IncomingMessage;
  const response = new ServerResponse(request);
  guard(request, response, () => {});
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}
