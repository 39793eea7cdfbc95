/** Names who does something that is audited. */

/** A person or a system that acts. */
export interface Actor {
  /** Id of the API key, `admin`, or `command-line:<name>`: two actors of one id are one person. */
  readonly id: string;
  /** What people call them. */
  readonly name: string;
}
