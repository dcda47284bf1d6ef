/** How far something is: a word for what is done, and how much of it. */
export interface Progress {
  readonly doing: string;
  readonly done?: number | undefined;
  readonly of?: number | undefined;
}

const width = 28;

/** One line with a bar: `Importing the demo company  ███████░░░  71 %  17,750 of 25,000`. */
export function barOf({ doing, done, of }: Progress): string {
  if (done === undefined || !of) return doing;
  const share = Math.min(1, done / of);
  const full = Math.round(share * width);
  const count = `${done.toLocaleString('en')} of ${of.toLocaleString('en')}`;
  return `${doing}  ${'█'.repeat(full)}${'░'.repeat(width - full)}  ${Math.floor(share * 100)} %  ${count}`;
}

/** Tells people on the error stream how far something is: one moving line at a terminal, else a line per tenth. */
export function makeTeller(to: NodeJS.WriteStream = process.stderr): {
  tell(progress: Progress): void;
  end(): void;
} {
  let last = '';
  let moving = false;
  const end = () => {
    if (moving) to.write('\n');
    moving = false;
  };
  return {
    tell(progress) {
      const counted = progress.done !== undefined && progress.of;
      if (to.isTTY && counted) {
        to.write(`\r\x1b[2K${barOf(progress).slice(0, (to.columns || 80) - 1)}`);
        moving = true;
        if (progress.done! >= progress.of!) end();
        return;
      }
      const tenth = counted ? Math.floor((progress.done! / progress.of!) * 10) : 0;
      const mark = `${progress.doing} ${tenth}`;
      if (mark === last) return;
      end();
      last = mark;
      to.write(`${counted ? `${progress.doing} ${tenth * 10} %` : progress.doing}\n`);
    },
    end,
  };
}
