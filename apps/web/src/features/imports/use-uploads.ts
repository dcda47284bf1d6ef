import { useRef, useState } from 'react';
import { type UploadedFile, UploadRefused, uploadFile } from './upload-file.ts';

/** A file on its way to the server. */
export interface Upload {
  key: number;
  name: string;
  bytes: number;
  /** How much has left, 0–1. */
  part: number;
  state: 'waiting' | 'sending' | 'done' | 'refused' | 'broken';
  /** What the server said of a file it refused. */
  refusal: { code: string; message: string } | null;
  taken: readonly UploadedFile[];
}

let last = 0;

/** Sends files one after the other; says when all of them have arrived. */
export function useUploads(onAll: (uploads: readonly Upload[]) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const now = useRef(uploads);
  const files = useRef(new Map<number, File>());
  const stops = useRef(new Map<number, AbortController>());
  const working = useRef(false);
  const put = (next: readonly Upload[]) => {
    now.current = next;
    setUploads(next);
  };
  const change = (key: number, part: Partial<Upload>) =>
    put(now.current.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));

  const send = async (key: number, file: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { state: 'sending', part: 0, refusal: null });
    try {
      const taken = await uploadFile(file, (part) => change(key, { part }), stop.signal);
      change(key, { state: 'done', part: 1, taken });
    } catch (error) {
      const refused = error instanceof UploadRefused;
      change(key, {
        state: refused ? 'refused' : 'broken',
        refusal: refused ? { code: error.code, message: error.message } : null,
      });
    }
  };
  const work = async () => {
    if (working.current) return;
    working.current = true;
    for (;;) {
      const next = now.current.find(({ state }) => state === 'waiting');
      const file = next && files.current.get(next.key);
      if (!next || !file) break;
      await send(next.key, file);
    }
    working.current = false;
    goOnIfAllAreThere();
  };
  const goOnIfAllAreThere = () => {
    if (now.current.length > 0 && now.current.every(({ state }) => state === 'done')) onAll(now.current);
  };

  return {
    uploads,
    add(chosen: readonly File[]) {
      const fresh = chosen.map((file): Upload => {
        last += 1;
        files.current.set(last, file);
        return {
          key: last,
          name: file.name,
          bytes: file.size,
          part: 0,
          state: 'waiting',
          refusal: null,
          taken: [],
        };
      });
      put([...now.current, ...fresh]);
      void work();
    },
    remove(key: number) {
      stops.current.get(key)?.abort();
      files.current.delete(key);
      put(now.current.filter((upload) => upload.key !== key));
      // Without the one that was refused nothing holds the others back.
      if (!working.current) goOnIfAllAreThere();
    },
    again(key: number) {
      change(key, { state: 'waiting' });
      void work();
    },
  };
}
