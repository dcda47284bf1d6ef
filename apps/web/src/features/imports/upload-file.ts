/** What the server says of a file it has taken: an archive counts as the files inside it. */
export interface UploadedFile {
  id: string;
  name: string;
  problem: string | null;
}

/** The server refused a file, and by which word. */
export class UploadRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Sends a file and tells how much has left. `XMLHttpRequest`, because `fetch` cannot say how far an upload is.
 */
export function uploadFile(
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<UploadedFile[]> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/imports/files?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const answer = request.response as {
        files?: UploadedFile[];
        errors?: { message: string; extensions?: { code?: string } }[];
      } | null;
      if (request.status === 201 && answer?.files) resolve(answer.files);
      else {
        const refusal = answer?.errors?.[0];
        reject(new UploadRefused(refusal?.extensions?.code ?? '', refusal?.message ?? ''));
      }
    };
    request.onerror = () => reject(new Error('The connection broke.'));
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
