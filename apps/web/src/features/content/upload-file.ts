/** A file that the library took. */
export interface TakenFile {
  id: string;
  name: string;
  bytes: number;
}

/** Sends a file to the library; what it does not take is refused in its words. */
export async function uploadContentFile(file: File): Promise<TakenFile | { refused: string }> {
  const response = await fetch(`/content-files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const answer = (await response.json().catch(() => null)) as
    | (TakenFile & { errors?: { message: string }[] })
    | null;
  if (response.status === 201 && answer) return { id: answer.id, name: answer.name, bytes: answer.bytes };
  return { refused: answer?.errors?.[0]?.message ?? '' };
}
