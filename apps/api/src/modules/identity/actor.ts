/** Who decided: a person, a machine, or the house itself. */
export interface Actor {
  kind: string;
  id: string | null;
  name: string;
}
