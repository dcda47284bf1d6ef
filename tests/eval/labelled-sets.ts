import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { RecordMap } from '../../apps/api/src/modules/identity/domain/engine/record-map.ts';

/** A row of a labelled set, with its own id, its list and who it truly is. */
export interface LabelledRow {
  id: string;
  source: string;
  truth: string;
  row: Record<string, unknown>;
}

/** A labelled set: rows and which column is which field. Nothing else may know it. */
export interface LabelledSet {
  name: string;
  map: RecordMap;
  read(folder: string): LabelledRow[] | null | Promise<LabelledRow[]>;
  /** Only pairs across the sources count. */
  cross?: boolean;
}

type Row = Record<string, string>;

function csv(file: string, delimiter = ','): Row[] {
  const options = {
    columns: (header: string[]) => header.map((name) => name.trim()),
    delimiter,
    trim: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  };
  return parse(readFileSync(file), options) as unknown as Row[];
}

const rowsOf =
  (file: string, id: string, truth: (row: Row) => string, hide: string[] = []) =>
  (folder: string) => {
    const path = join(folder, file);
    if (!existsSync(path)) return null;
    return csv(path).map((row) => {
      const truly = truth(row);
      for (const column of hide) delete row[column];
      return { id: row[id]!, source: file, truth: truly, row };
    });
  };

const febrl = (number: number): LabelledSet => ({
  name: `febrl${number}`,
  map: {
    id: 'rec_id',
    fields: {
      given_name: 'given_name',
      family_name: 'surname',
      street_number: 'street_number',
      street_address: 'address_1',
      locality: 'address_2',
      city: 'suburb',
      postcode: 'postcode',
      state: 'state',
      birth_date: 'date_of_birth',
      national_id: 'soc_sec_id',
    },
    dateOrder: 'YMD',
  },
  read: rowsOf(`febrl/dataset${number}.csv`, 'rec_id', (row) => row.rec_id!.split('-')[1]!),
});

const fake = (count: number, truth: string): LabelledSet => ({
  name: `fake_${count}`,
  map: {
    id: 'unique_id',
    fields: {
      given_name: 'first_name',
      family_name: 'surname',
      birth_date: 'dob',
      city: 'city',
      email: 'email',
    },
    dateOrder: 'YMD',
  },
  read: rowsOf(`splink/fake_${count}.csv`, 'unique_id', (row) => row[truth]!, [truth]),
});

const senzing: LabelledSet = {
  name: 'senzing',
  map: {
    id: 'id',
    source: { column: 'DATA_SOURCE' },
    fields: {
      full_name: ['PRIMARY_NAME_FULL', 'NATIVE_NAME_FULL'],
      given_name: 'PRIMARY_NAME_FIRST',
      middle_name: 'PRIMARY_NAME_MIDDLE',
      family_name: 'PRIMARY_NAME_LAST',
      organisation: ['PRIMARY_NAME_ORG', 'SECONDARY_NAME_ORG', 'EMPLOYER'],
      gender: 'GENDER',
      birth_date: 'DATE_OF_BIRTH',
      passport: 'PASSPORT_NUMBER',
      drivers_license: 'DRIVERS_LICENSE_NUMBER',
      tax_id: 'SSN_NUMBER',
      national_id: 'NATIONAL_ID_NUMBER',
      email: 'EMAIL_ADDRESS',
      street_address: ['ADDR_FULL', 'ADDR_LINE1'],
      city: 'ADDR_CITY',
      state: 'ADDR_STATE',
      postcode: 'ADDR_POSTAL_CODE',
      country: 'ADDR_COUNTRY',
      phone: 'PHONE_NUMBER',
    },
  },
  read(folder) {
    const demo = join(folder, 'senzing/demo');
    if (!existsSync(demo)) return null;
    const truth = new Map(
      csv(join(demo, 'actual_truthset_key.csv')).map((row) => [
        `${row.DATA_SOURCE}:${row.RECORD_ID}`,
        row.CLUSTER_ID!,
      ]),
    );
    return ['customers', 'reference', 'watchlist'].flatMap((name) =>
      csv(join(demo, `${name}.csv`)).map((row) => {
        const id = `${row.DATA_SOURCE}:${row.RECORD_ID}`;
        return { id, source: row.DATA_SOURCE!, truth: truth.get(id)!, row };
      }),
    );
  },
};

const rldata: LabelledSet = {
  name: 'RLdata500',
  map: {
    fields: {
      given_name: ['fname_c1', 'fname_c2'],
      family_name: ['lname_c1', 'lname_c2'],
      birth_date: ['by', 'bm', 'bd'],
    },
    dateOrder: 'YMD',
  },
  read(folder) {
    const file = join(folder, 'rldata/RLdata500.tsv');
    if (!existsSync(file)) return null;
    const truth = csv(join(folder, 'rldata/identity.RLdata500.tsv'), '\t').map(
      (row) => Object.values(row)[0]!,
    );
    return csv(file, '\t').map((row, at) => ({ id: String(at), source: 'rldata', truth: truth[at]!, row }));
  },
};

const chicago: LabelledSet = {
  name: 'chicago',
  map: {
    id: 'row',
    fields: { organisation: 'Site name', street_address: 'Address', postcode: 'Zip', phone: 'Phone' },
  },
  read(folder) {
    const file = join(folder, 'dedupe-chicago/csv_example_input_with_true_ids.csv');
    if (!existsSync(file)) return null;
    return csv(file).map((row, at) => ({ id: String(at), source: 'sites', truth: row['True Id']!, row }));
  },
};

const restaurants: LabelledSet = {
  name: 'restaurants',
  cross: true,
  map: {
    id: 'id',
    source: { column: 'list' },
    fields: { organisation: 'name', street_address: 'addr', city: 'city', phone: 'phone', type: 'type' },
  },
  read(folder) {
    const at = join(folder, 'restaurants');
    if (!existsSync(at)) return null;
    const matches = new Map(
      csv(join(at, 'matches_fodors_zagats.csv')).map((row) => [row.zagats_id!, `fodors:${row.fodors_id}`]),
    );
    return ['fodors', 'zagats'].flatMap((list) =>
      csv(join(at, `${list}.csv`)).map((row) => {
        const id = `${list}:${row.id}`;
        return {
          id,
          source: list,
          truth: list === 'zagats' ? (matches.get(row.id!) ?? id) : id,
          row: { ...row, list },
        };
      }),
    );
  },
};

const crm = (file: string, name: string): LabelledSet => ({
  name,
  map: {
    id: 'id',
    source: { column: 'src' },
    fields: {
      given_name: 'first',
      family_name: 'last',
      email: 'email',
      phone: 'phone',
      birth_date: 'dob',
      postcode: 'zip',
      street_address: 'addr',
    },
    dateOrder: 'YMD',
  },
  read(folder) {
    const path = join(folder, file);
    if (!existsSync(path)) return null;
    return gunzipSync(readFileSync(path))
      .toString()
      .trim()
      .split('\n')
      .map((line) => {
        const { truth, ...row } = JSON.parse(line) as Record<string, unknown>;
        return { id: String(row.id), source: String(row.src), truth: String(truth), row };
      });
  },
});

/** All labelled sets, small ones first. */
export const labelledSets: LabelledSet[] = [
  senzing,
  rldata,
  restaurants,
  febrl(1),
  fake(1000, 'cluster'),
  chicago,
  febrl(2),
  febrl(3),
  fake(20000, 'group'),
  crm('crm-synth/crm_synth_50k_seed101.jsonl.gz', 'crm-synth'),
];
