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
