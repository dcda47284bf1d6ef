/** JSON that is text already, so that it is not written twice. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value as JSON text; nothing is `null`, which a list keeps apart from JSON's own. */
export const asJson = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : value instanceof JsonText
      ? value.text
      : JSON.stringify(value);
