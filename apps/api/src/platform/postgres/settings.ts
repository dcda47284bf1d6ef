import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const MiB = 1024 * 1024;
const between = (least: number, wanted: number, most: number) =>
  Math.round(Math.min(most, Math.max(least, wanted)));

/** Containers often give shared memory a file system of 64 MB, too small for parallel queries. */
function hasTightSharedMemory(): boolean {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < 256 * MiB;
  } catch {
    return false;
  }
}

/** Settings of the embedded server for a machine with this much memory (bytes). Durable, unless the data are only for tests. */
export function settingsFor(memory: number = totalmem(), onlyTests = false): Record<string, string> {
  const megabytes = memory / MiB;
  const settings: Record<string, string> = {
    shared_buffers: `${between(64, megabytes / 8, onlyTests ? 128 : 2048)}MB`,
    effective_cache_size: `${between(128, megabytes / 2, 65_536)}MB`,
    work_mem: `${between(4, megabytes / 256, 32)}MB`,
    maintenance_work_mem: `${between(32, megabytes / 32, 256)}MB`,
    max_connections: '100',
    jit: 'off',
    random_page_cost: '1.1',
    // Checkpoints begin when about half of it is written. Each writes every changed page once more, and whatever is changed first after it goes whole into
    // the log: at 2 GB that was after every 100,000 people of an import.
    max_wal_size: `${between(1024, megabytes / 4, 4096)}MB`,
    min_wal_size: '128MB',
    checkpoint_timeout: '15min',
    // Packing pages that are written whole costs processor time, which an import has least of; without it the log grew from 16.5 to 21.3 kB a row.
    wal_compression: 'off',
    wal_level: 'replica',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
    log_line_prefix: '%m [%p] %q%u@%d ',
    // A fresh house fills within seconds: statistics must follow, or the first plans are guesses. At 20 s one guess in an import ran until
    // the limit for a statement ended it. At 5 s half of what is spent on them is for starting who gathers them, for each of three databases (decision 0072).
    autovacuum_naptime: '10s',
    // Gathering them took half as much processor time as all statements of an import (decision 0055): a third of the rows that PostgreSQL would look at.
    default_statistics_target: '30',
    // And when a table has grown by half, not by a tenth: PostgreSQL counts by its pages what came since, and how values are spread changes slowly.
    autovacuum_analyze_scale_factor: '0.5',
    max_parallel_workers_per_gather: '2',
  };
  if (process.platform === 'linux' && hasTightSharedMemory()) settings.dynamic_shared_memory_type = 'sysv';
  if (onlyTests)
    Object.assign(settings, {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
    });
  return settings;
}
