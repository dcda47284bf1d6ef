import type { Format, Manifest, SignalKind, SummaryPart } from '#modules/house';

/** What the front door knows of the subjects behind it, handed over by `app/` and never imported. */
export interface Subjects {
  /** Every kind of signal that somebody understands, in the order in which a set is recorded. */
  readonly kinds: ReadonlyMap<string, SignalKind>;
  /** Every export format that somebody can read. */
  readonly formats: readonly Format[];
  /** Brings the summary of customers up to date, subject by subject, after signals of some kinds were recorded. */
  readonly summarise: readonly Summariser[];
  /** The subjects themselves: what happens in each when records move between customers. */
  readonly modules: readonly Manifest[];
}

/** One subject's part of the summary: in SQL, or what SQL alone cannot tell. */
export interface Summariser {
  part?: SummaryPart;
  run?: NonNullable<Manifest['summarise']>;
  /** Whether signals of these kinds can change it: those of its own; any kind, for a subject without kinds. */
  concerns: (kinds: ReadonlySet<string>) => boolean;
}

const known = new WeakMap<readonly Manifest[], Subjects>();

/** Gathers what the manifests say. Two subjects that claim one kind or one format are a mistake found at the start. */
export function subjectsOf(modules: readonly Manifest[]): Subjects {
  const before = known.get(modules);
  if (before) return before;
  const kinds = new Map<string, SignalKind>();
  const formats = new Map<string, Format>();
  for (const module of modules) {
    for (const kind of module.signals ?? []) {
      if (kinds.has(kind.kind)) throw new Error(`Two subjects claim signals of the kind ${kind.kind}.`);
      kinds.set(kind.kind, kind);
    }
    for (const format of module.formats ?? []) {
      if (formats.has(format.name)) throw new Error(`Two subjects claim the format ${format.name}.`);
      formats.set(format.name, format);
    }
  }
  const subjects = {
    kinds,
    formats: [...formats.values()],
    summarise: modules.flatMap(({ summary, summarise, signals = [] }) =>
      summary || summarise
        ? [
            {
              ...(summary ? { part: summary } : {}),
              ...(summarise ? { run: summarise } : {}),
              concerns: (among: ReadonlySet<string>) =>
                signals.length === 0 || signals.some(({ kind }) => among.has(kind)),
            },
          ]
        : [],
    ),
    modules,
  };
  known.set(modules, subjects);
  return subjects;
}
