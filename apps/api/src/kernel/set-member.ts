/** Gives a record a member of its own, whatever it is called: assigning `__proto__` would give it another prototype instead. */
export function setMember(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}
