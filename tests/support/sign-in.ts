/** Signs a person in over the real API and gives the cookie header their browser would send. */
export async function signIn(address: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename ... on Refusal { message } } }',
      variables: { email, password },
    }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { signIn?: { __typename: string; message?: string } };
    errors?: { message: string }[];
  };
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (data?.signIn?.__typename !== 'Viewer' || cookie.length === 0)
    throw new Error(`Could not sign in: ${data?.signIn?.message ?? errors?.[0]?.message ?? response.status}`);
  return cookie.join('; ');
}

/** Enters as the demo user of a role and gives the cookie header. */
export async function enterDemo(address: string, role: string): Promise<string> {
  const ask = async (query: string, variables = {}) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { response, body: (await response.json()) as { data: Record<string, unknown> } };
  };
  const { body } = await ask('{ entrance { demoUsers { id role } } }');
  const { demoUsers } = body.data.entrance as { demoUsers: { id: string; role: string }[] };
  const user = demoUsers.find((one) => one.role === role);
  if (!user) throw new Error(`No demo user is a ${role}`);
  const { response } = await ask('mutation ($id: ID!) { enterDemo(userId: $id) { __typename } }', {
    id: user.id,
  });
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** The header by which a program shows the session of a cookie: it may ask documents of its own, a browser may not. */
export const bearer = (cookie: string): { authorization: string } => ({
  authorization: `Bearer ${cookie.split('; ')[0]!.split('=')[1] ?? ''}`,
});
