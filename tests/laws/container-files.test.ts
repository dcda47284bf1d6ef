import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readEnvironment } from '../../apps/api/src/platform/environment/index.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface Compose {
  services: Record<
    string,
    {
      image?: string;
      build?: string;
      environment?: Record<string, string>;
      depends_on?: Record<string, { condition: string }>;
      volumes?: string[];
      ports?: string[];
    }
  >;
  volumes: Record<string, unknown>;
}

describe('the files for containers', () => {
  const compose = parse(read('docker-compose.yml')) as Compose;

  it('start PostgreSQL before Ancora, with no password that everybody knows', () => {
    const { postgres, ancora } = compose.services;
    expect(ancora?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(postgres?.environment?.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  it('name only volumes that are declared, and listen on this machine alone', () => {
    const named = Object.values(compose.services)
      .flatMap((service) => service.volumes ?? [])
      .map((volume) => volume.split(':')[0]!);
    expect(Object.keys(compose.volumes).sort()).toEqual(named.sort());
    for (const port of compose.services.ancora?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('speak only of variables that Ancora knows', () => {
    const variables = compose.services.ancora?.environment ?? {};
    const filled = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [
        name,
        value.replace(/\$\{POSTGRES_PASSWORD:[^}]*\}/, 'chosen').replace(/\$\{\w+:-([^}]*)\}/, '$1'),
      ]),
    );
    expect(readEnvironment({ ...filled, HOST: '0.0.0.0' })).toMatchObject({
      databaseUrl: 'postgresql://ancora:chosen@postgres:5432/ancora',
      demo: false,
    });
    const documented = read('.env.example').match(/^[A-Z_]+(?==)/gm) ?? [];
    for (const name of Object.keys(variables)) expect(documented).toContain(name);
  });

  it('copy only what exists into the image, and start what npm start starts', () => {
    const dockerfile = read('Dockerfile');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const command = /^CMD (\[.*\])$/m.exec(dockerfile)?.[1];
    expect((JSON.parse(command ?? '[]') as string[]).join(' ')).toBe(scripts.start);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) =>
      files!.split(' '),
    );
    for (const file of copied) expect(() => readFileSync(join(root, file))).not.toThrow(/ENOENT/);
  });
});
