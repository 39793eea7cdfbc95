/** Names users and conversations by their place, so that a test tells them apart without telling who they are. */

/** The same name for the same id; made for one test. */
export class Pseudonyms {
  private readonly users = new Map<string, string>();
  private readonly conversations = new Map<string, string>();

  /** The user who looks and the conversation at hand are numbered first. */
  constructor(userId: string | null, conversationId: string | undefined) {
    if (userId !== null) this.user(userId);
    if (conversationId !== undefined) this.conversation(conversationId);
  }

  user(id: string): string {
    return nameIn(this.users, 'user', id);
  }

  conversation(id: string): string {
    return nameIn(this.conversations, 'conversation', id);
  }
}

function nameIn(known: Map<string, string>, kind: string, id: string): string {
  const name = known.get(id) ?? `${kind}-${known.size + 1}`;
  known.set(id, name);
  return name;
}
