import { WebSocket } from 'ws';

/** What a subscription said, in order: results of events, or the errors by which it was refused. */
export interface Listening {
  readonly heard: { data?: unknown; errors?: unknown }[];
  readonly refused: { message: string; extensions: { code: string } }[];
  close(): void;
}

/** Subscribes as the browser of somebody signed in, or as one that only has its session. */
export async function listen(
  address: string,
  headers: Record<string, string>,
  payload: { query: string; variables?: object },
): Promise<Listening> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers,
  });
  const heard: Listening['heard'] = [];
  const refused: Listening['refused'] = [];
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { type: string; payload?: unknown };
      if (message.type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
        resolve();
      }
      if (message.type === 'error') refused.push(...(message.payload as Listening['refused']));
      if (message.type !== 'next') return;
      const result = message.payload as { data?: unknown; errors?: Listening['refused'] };
      // A subscription that does not begin has no data.
      if (result.data === undefined) refused.push(...(result.errors ?? []));
      else heard.push(result);
    });
  });
  return { heard, refused, close: () => socket.close() };
}
