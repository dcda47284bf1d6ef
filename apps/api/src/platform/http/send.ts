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
