import { type ApolloClient, ApolloLink, type ObservableQuery } from '@apollo/client';
import { canonicalStringify } from '@apollo/client/utilities';
import { tap } from 'rxjs';

/** Where in the feed of changes an answer was read, as its header says. */
const placeHeader = 'ancora-feed';
const keptAtMost = 2_000;

type Asked = Pick<ApolloLink.Operation, 'operationName' | 'variables'>;

const keyOf = (name: string | undefined, variables: unknown) => `${name}\n${canonicalStringify(variables)}`;

/**
 * Where in the feed of changes each question of this tab was read last. A subscription goes on from there: it does not matter whether a
 * loader, a component or somebody who only hovered asked, nor how long ago.
 */
export class ReadPlaces {
  readonly #read = new Map<string, string>();
  #latest: string | undefined;

  /** A question sets out: what it will read is no older than what was known before. */
  asked({ operationName, variables }: Asked): void {
    const key = keyOf(operationName, variables);
    if (this.#latest && !this.#read.has(key)) this.#set(key, this.#latest);
  }

  /** Its answer came, read at this place. */
  answered({ operationName, variables }: Asked, place: string): void {
    this.#set(keyOf(operationName, variables), place);
    if (!this.#latest || place > this.#latest) this.#latest = place;
  }

  #set(key: string, place: string): void {
    this.#read.delete(key);
    this.#read.set(key, place);
    if (this.#read.size > keptAtMost) this.#read.delete(this.#read.keys().next().value!);
  }

  /** Before this place nothing is missing on the screen, of the questions with these names. */
  oldestOf(client: ApolloClient, names: readonly string[]): string | undefined {
    const places = shownOf(client, names)
      .map(({ queryName, variables }) => this.#read.get(keyOf(queryName, variables)))
      .filter((place) => place !== undefined);
    // What is asked from now on is read later than all that was answered.
    return places.sort()[0] ?? this.#latest;
  }

  /** Notes what goes by. */
  readonly link = new ApolloLink((operation, forward) => {
    this.asked(operation);
    return forward(operation).pipe(
      tap(() => {
        const { response } = operation.getContext() as { response?: Response };
        const place = response?.headers.get(placeHeader);
        if (place) this.answered(operation, place);
      }),
    );
  });
}

/** The questions with these names whose answers are on the screen. */
export const shownOf = (client: ApolloClient, names: readonly string[]): ObservableQuery[] =>
  [...client.getObservableQueries('active')].filter(
    ({ queryName }) => queryName !== undefined && names.includes(queryName),
  );
