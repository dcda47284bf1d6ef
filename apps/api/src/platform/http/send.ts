import type { ServerResponse } from 'node:http';

/** Sends text with its length; a HEAD request gets the headers alone (node:http sees to it). */
export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** Sends a value as JSON that nobody may keep. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.setHeader('cache-control', 'no-store');
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** Refuses as the graph does: a code for programs, a sentence for people. */
export const sendRefusal = (response: ServerResponse, status: number, code: string, message: string): void =>
  sendJson(response, status, { errors: [{ message, extensions: { code } }] });

/**
 * Sends a file of somebody so that no browser runs it: a real picture at most is shown in place, nothing is guessed at, and all of it is in
 * a box without rights.
 */
export function sendFileInBox(
  response: ServerResponse,
  file: { name: string; mediaType: string; data: Buffer },
  inPlace = false,
): void {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const named = `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escape)}`;
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-length': file.data.length,
    'content-disposition': `${inPlace ? 'inline' : 'attachment'}; ${named}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': inPlace ? 'private, max-age=3600' : 'private, no-store',
  });
  response.end(file.data);
}
