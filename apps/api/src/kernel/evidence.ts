/** What stands behind a number: nobody has to believe it, everybody can open it. */
export interface Evidence {
  /** The version of the settings that gave the number. */
  settings: string;
  /** Ids of the events it came from, in the order of time. */
  from: readonly string[];
}
