/** What the server says of a file it has taken: an archive counts as the files inside it. */
export interface UploadedFile {
  id: string;
  name: string;
  problem: string | null;
}

/** The server refused a file, in its words. */
export class UploadRefused extends Error {}

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
        errors?: { message: string }[];
      } | null;
      if (request.status === 201 && answer?.files) resolve(answer.files);
      else reject(new UploadRefused(answer?.errors?.[0]?.message ?? ''));
    };
    request.onerror = () => reject(new Error('The connection broke.'));
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
