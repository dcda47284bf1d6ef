import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from a page of ours, or from no page at all: browsers name the page (`Origin`) with everything
 * that changes something, programs do not.
 */
export function isOurOrigin(headers: IncomingHttpHeaders, publicUrl?: string): boolean {
  const { origin, host } = headers;
  if (!origin) return true;
  try {
    const asked = new URL(origin);
    return asked.host === host || (publicUrl !== undefined && asked.origin === new URL(publicUrl).origin);
  } catch {
    return false;
  }
}
