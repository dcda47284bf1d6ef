type Answer = { status: number; text: string };

interface Check {
  name: string;
  /** A sentence when the weakness is there. */
  find(ask: Ask): Promise<string | undefined>;
}

interface Ask {
  post(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  raw(init: RequestInit, search?: string): Promise<Answer>;
}

const hasData = (answer: Answer): boolean =>
  /"data"\s*:\s*\{/.test(answer.text) && !/"errors"/.test(answer.text);
const repeated = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');

/** The weaknesses that public GraphQL scanners look for, each asked of the running server as somebody signed in or as nobody. */
const checks: Check[] = [
  {
    name: 'alias overloading',
    find: async (ask) =>
      hasData(await ask.post({ query: `{ ${repeated(101, (n) => `a${n}: __typename`)} }` }))
        ? '101 aliases were answered'
        : undefined,
  },
  {
    name: 'array batching',
    find: async (ask) => {
      const answer = await ask.post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
      return answer.text.trimStart().startsWith('[') ? 'a batch of ten was answered' : undefined;
    },
  },
  {
    name: 'directive overloading',
    find: async (ask) =>
      hasData(await ask.post({ query: `{ __typename ${repeated(10, () => '@include(if: true)')} }` }))
        ? 'ten directives on a field were answered'
        : undefined,
  },
  {
    name: 'circular introspection',
    find: async (ask) => {
      const deep = `${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)}`;
      return hasData(await ask.post({ query: `{ __schema { types { ${deep} } } }` }))
        ? 'a circle through the schema was answered'
        : undefined;
    },
  },
  {
    name: 'field duplication',
    find: async (ask) =>
      hasData(await ask.post({ query: `{ ${repeated(2_000, () => '__typename')} }` }))
        ? '2,000 times the same field was answered'
        : undefined,
  },
  {
    name: 'field suggestions',
    find: async (ask) =>
      /did you mean/i.test((await ask.post({ query: '{ custome }' })).text)
        ? 'an unknown field is answered with suggestions'
        : undefined,
  },
  {
    name: 'introspection by nobody',
    find: async (ask) => {
      const answer = await ask.post({ query: '{ __schema { types { name } } }' }, { cookie: '' });
      return hasData(answer) ? 'the schema is shown to somebody who is not signed in' : undefined;
    },
  },
  {
    name: 'an explorer page',
    find: async (ask) => {
      const page = await ask.raw({ method: 'GET', headers: { accept: 'text/html' } });
      return /graphiql|playground|apollo sandbox|embeddable-sandbox/i.test(page.text)
        ? 'an explorer answers at the endpoint'
        : undefined;
    },
  },
  {
    name: 'queries by GET',
    find: async (ask) => {
      const answer = await ask.raw({ method: 'GET' }, `?query=${encodeURIComponent('{ __typename }')}`);
      return hasData(answer) ? 'a query by GET without a preflight was answered' : undefined;
    },
  },
  {
    name: 'mutations by GET',
    find: async (ask) => {
      const answer = await ask.raw(
        { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
        `?query=${encodeURIComponent('mutation { signOut }')}`,
      );
      return hasData(answer) ? 'a mutation by GET was carried out' : undefined;
    },
  },
  {
    name: 'queries by a form',
    find: async (ask) => {
      const answer = await ask.raw({
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${encodeURIComponent('{ __typename }')}`,
      });
      return hasData(answer) ? 'a form was answered' : undefined;
    },
  },
  {
    name: 'tracing',
    find: async (ask) =>
      /"tracing"/.test((await ask.post({ query: '{ __typename }' })).text)
        ? 'answers carry tracing'
        : undefined,
  },
  {
    name: 'unhandled errors',
    find: async (ask) => {
      const answer = await ask.post({ query: 'query { customer(id: {}) { id } }' });
      return /stacktrace|node_modules|at \w+ \(/.test(answer.text) || answer.status >= 500
        ? 'an error shows its insides'
        : undefined;
    },
  },
  {
    name: 'readable by a foreign page',
    find: async (ask) => {
      const answer = await ask.post({ query: '{ __typename }' }, { origin: 'https://evil.example' });
      return hasData(answer) ? 'a page of somebody else was answered' : undefined;
    },
  },
];

/** Runs every check and says what was found; none is the only good answer. */
export async function scannerFindings(url: string, cookie: string): Promise<string[]> {
  const ask: Ask = {
    async post(body, headers = {}) {
      return ask.raw({
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, ...headers },
        body: JSON.stringify(body),
      });
    },
    async raw(init, search = '') {
      const response = await fetch(url + search, {
        ...init,
        headers: { cookie, ...(init.headers as Record<string, string>) },
      });
      return { status: response.status, text: await response.text() };
    },
  };
  const findings: string[] = [];
  for (const { name, find } of checks) {
    const found = await find(ask);
    if (found) findings.push(`${name}: ${found}`);
  }
  return findings;
}

/** Names of the checks, so that a test can see that none was lost. */
export const scannerChecks = checks.map((check) => check.name);
