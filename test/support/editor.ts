/** Edits, publishes and takes back one number of the sample documents, the way people do. */
import type { PublishResult, SaveResult } from '../../src/application/govern/govern-results';
import { ANN, BEN, type Replica } from './governed-database';

/** The priority of the rule `at-seat-limit`, and what is pending of it. */
export interface Editor {
  /** In force on this replica. */
  priority(): number | undefined;
  /** Of the rule; null when there never was one. */
  version(): Promise<number | null>;
  /** As Ann, on top of whatever it is. */
  save(priority: number): Promise<SaveResult>;
  /** As Ben, with a key of its own unless one is given; `at` is RFC 3339. */
  publish(message?: string, idempotencyKey?: string, at?: string | null): Promise<PublishResult>;
  /** Past what is pending, as a folder is; in force on this replica afterwards. */
  publishFolder(priority: number): Promise<PublishResult>;
  /** Leaves nothing pending. */
  takeBack(): Promise<void>;
}

/** Over one replica. */
export function editor(replica: Replica): Editor {
  const { services } = replica;
  const version = async () => (await services.document('rule', 'at-seat-limit'))?.version ?? null;
  return {
    version,
    priority: () => replica.releases.current().documents.rule.get('at-seat-limit')?.priority,
    save: async (priority) => replica.saveBent('rule', { priority }, await version()),
    publish: (message = 'Because', idempotencyKey = crypto.randomUUID(), at = null) =>
      services.publish({ message, at, idempotencyKey }, BEN),
    publishFolder: (priority) => publishFolder(replica, priority),
    takeBack: () => takeBack(replica),
  };
}

async function publishFolder({ releases, publish }: Replica, priority: number): Promise<PublishResult> {
  const { documents } = releases.current();
  const rules = [...documents.rule].map(
    ([key, rule]) => [key, key === 'at-seat-limit' ? { ...rule, priority } : rule] as const,
  );
  const set = { ...documents, rule: new Map(rules) };
  const published = await publish.documents({ documents: set, message: 'By file', actor: BEN });
  await releases.refresh();
  return published;
}

async function takeBack({ services }: Replica): Promise<void> {
  for (const { kind, key, before } of (await services.pending()).changes) {
    const found = await services.document(kind, key);
    if (found === null) continue;
    const { version: expectedVersion } = found;
    if (before === null) await services.delete({ kind, key, expectedVersion, actor: ANN });
    else await services.save({ kind, document: { ...before }, expectedVersion, actor: ANN });
  }
}
