import { isId } from '#kernel/id';
import { attachmentsById, bytesAtMost, databaseStore, isShown } from '#modules/attachments';
import { BodyRefusal, type Route, readBody, sendFileInBox, sendJson, sendRefusal } from '#platform/http';
import { type ChatDoor, type KnownVisitor } from './chat-door.ts';
import { linesAfter } from './data/chats.ts';
import { filesInChatAtMost, fileTrouble } from './domain/shown-file.ts';
import { showInChat } from './say-in-chat.ts';

const statuses = { EMPTY: 400, TOO_LARGE: 413, NOT_TAKEN: 415 };

/** `POST /chat/files?line=…&name=…` takes a file of a visitor, `GET /chat/files/<id>` gives one that hangs in their own chat. */
export const chatFileRoutes = (door: ChatDoor, known: KnownVisitor): Route[] => [
  {
    method: 'POST',
    path: '/chat/files',
    async answer(request, response, { search }) {
      const chat = await known(request, response);
      if (!chat) return;
      const asked = new URLSearchParams(search);
      const lineId = (asked.get('line') ?? '').toLowerCase();
      if (!isId(lineId)) return sendRefusal(response, 400, 'BAD_USER_INPUT', 'line: must be a UUID');
      let data: Buffer;
      try {
        data = await readBody(request, { bytes: bytesAtMost, milliseconds: 120_000 });
      } catch (error) {
        if (!(error instanceof BodyRefusal)) throw error;
        response.setHeader('connection', 'close');
        const code = error.status === 413 ? 'TOO_LARGE' : 'CANNOT_READ';
        return sendRefusal(response, error.status, code, error.message);
      }
      const said = String(request.headers['x-file-type'] ?? '') || null;
      const file = { name: asked.get('name')?.slice(0, 500) ?? null, saidType: said, data };
      const trouble = fileTrouble(file);
      if (trouble)
        return sendRefusal(
          response,
          statuses[trouble],
          trouble,
          'Pictures, papers and texts are taken here.',
        );
      const held = (await linesAfter(door.database, chat.id, 0)).filter(
        ({ filesKey, author }) => filesKey && author === 'visitor',
      );
      if (held.length >= filesInChatAtMost)
        return sendRefusal(response, 429, 'TOO_MANY', 'That are enough files for one chat.');
      await door.database.transaction((tx) =>
        showInChat(tx, door.subjects, chat.id, { lineId, file }, new Date()),
      );
      sendJson(response, 201, { shown: true });
    },
  },
  {
    method: 'GET',
    path: '/chat/files/*',
    async answer(request, response, { path }) {
      const chat = await known(request, response);
      if (!chat) return;
      const id = path.slice('/chat/files/'.length);
      const [file] = isId(id) ? await attachmentsById(door.database, [id]) : [null];
      const isTheirs =
        file?.messageKey &&
        (await linesAfter(door.database, chat.id, 0)).some(({ filesKey }) => filesKey === file.messageKey);
      const data = file && isTheirs ? await databaseStore.read(door.database, file.sha256) : null;
      if (!file || !data) return sendRefusal(response, 404, 'NOT_FOUND', 'There is no such file.');
      sendFileInBox(response, { ...file, data }, isShown(file));
    },
  },
];
