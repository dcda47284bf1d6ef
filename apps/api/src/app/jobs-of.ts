import type { Manifest } from '#modules/house';
import type { Job } from '#platform/jobs';

/** All kinds of background work of the house; two of one name would do each other's work. */
export function jobsOf(modules: readonly Manifest[]): Job[] {
  const jobs = modules.flatMap((module) => module.jobs ?? []);
  const names = new Set<string>();
  for (const { name } of jobs) {
    if (names.has(name)) throw new Error(`Two jobs are called ${name}`);
    names.add(name);
  }
  return jobs;
}
