/** Reads a stream of server-sent events as a portal does. */

/** An open stream. */
export interface EventStream {
  readonly status: number;
  /** Payload of the next event of the name `next`; null when the stream ended first. */
  next(): Promise<StreamedResult | null>;
  close(): void;
}

/** What an event carries. */
export interface StreamedResult {
  readonly data?: { readonly inAppNotifications: readonly { readonly title: string }[] | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Subscribes; a refusal is one result, then the end. */
export async function openStream(
  url: string,
  token: string,
  query: string,
  variables: object = {},
): Promise<EventStream> {
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
    signal: abort.signal,
  });
  const events = resultsOf(response);
  return {
    status: response.status,
    next: async () => {
      const { value, done } = await events.next();
      return done === true ? null : value;
    },
    close: () => abort.abort(),
  };
}

async function* resultsOf(response: Response): AsyncGenerator<StreamedResult, void> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) {
    yield (await response.json()) as StreamedResult;
    return;
  }
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^event: next\ndata: (.*)$/s.exec(event)?.[1];
      if (data !== undefined) yield JSON.parse(data) as StreamedResult;
    }
  }
}
