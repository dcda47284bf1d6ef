import { join } from 'node:path';
import { CsvFile } from './files/csv-file.ts';
import type { RowFile } from './files/row-file.ts';
import type { Person } from './people/person.ts';

const COLUMNS = ['source', 'kind', 'source_key', 'person', 'household', 'story'] as const;

/** The file that says who is who: which true person each record of each system is about. */
export class Truth {
  readonly path: string;
  #csv: CsvFile<(typeof COLUMNS)[number]>;

  private constructor(path: string, csv: CsvFile<(typeof COLUMNS)[number]>) {
    this.path = path;
    this.#csv = csv;
  }

  /** Opens it anew in a folder. */
  static async create(folder: string): Promise<Truth> {
    const path = join(folder, 'truth.csv');
    return new Truth(path, await CsvFile.create(path, COLUMNS));
  }

  /** Says whose record this is. */
  tell(source: string, kind: string, key: string | number, person: Person): Promise<void> {
    const { number, household, story } = person;
    return this.#csv.add({ source, kind, source_key: key, person: number, household, story });
  }

  /** The file beneath. */
  get file(): RowFile {
    return this.#csv.file;
  }

  /** Writes what is left. */
  close(): Promise<void> {
    return this.#csv.file.close();
  }
}
