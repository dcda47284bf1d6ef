/** Name of the session cookie. `__Host-` binds it to this very host, but browsers take it over HTTPS only. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-ancora' : 'ancora');

/** The value of one cookie out of a `Cookie` header, or `null`. A name given twice is somebody's trick: nobody. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  if (!header) return null;
  const found = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  return found.length === 1 ? found[0]! : null;
}

/** A `Set-Cookie` that scripts cannot read and foreign pages cannot send with a form. */
export const sessionCookie = (token: string, secure: boolean, seconds: number): string =>
  `${cookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;

/** A `Set-Cookie` that ends the session in the browser. */
export const clearedCookie = (secure: boolean): string => sessionCookie('', secure, 0);
