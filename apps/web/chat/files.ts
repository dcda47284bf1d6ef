import { clip } from './drawings.ts';
import { make } from './make.ts';
import { fetchFile, type ShownFile } from './talk.ts';
import type { ChatWords } from './words.ts';

/** How large a file is, for people. */
export function sizeOf(bytes: number, language: string): string {
  const [unit, value] =
    bytes >= 1_000_000 ? (['megabyte', bytes / 1_000_000] as const) : (['kilobyte', bytes / 1_000] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

async function keep(file: ShownFile): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(file.id));
  make('a', { href: address, download: file.name }).click();
  URL.revokeObjectURL(address);
}

/** A file of the chat: a picture is shown, everything else can be kept; pressing either keeps it. */
export function drawFile(
  file: ShownFile,
  words: ChatWords,
  language: string,
  failed: () => void,
): HTMLElement {
  const label = `${file.name} (${sizeOf(file.bytes, language)})`;
  const button = make(
    'button',
    { type: 'button', class: 'file', 'aria-label': words.keep(label) },
    clip(),
    ` ${label}`,
  );
  button.addEventListener('click', () => void keep(file).catch(failed));
  if (file.isPicture)
    void fetchFile(file.id).then(
      (blob) => {
        const picture = make('img', { src: URL.createObjectURL(blob), alt: file.name });
        picture.addEventListener('load', () =>
          picture.closest('ol')?.scrollTo({ top: picture.closest('ol')!.scrollHeight }),
        );
        button.replaceChildren(picture);
      },
      // Its name stays, and it can be fetched once more.
      () => undefined,
    );
  return button;
}
