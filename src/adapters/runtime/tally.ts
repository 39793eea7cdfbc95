/** Counts by labels at the cost of one look in a map, and becomes a metric only when somebody reads. */
import { Counter, type Registry } from 'prom-client';

/** A counter of Prometheus whose labels come from bounded sets. */
export class Tally<Label extends string> {
  private readonly counts = new Map<string, { readonly labels: Record<Label, string>; count: number }>();

  constructor(registry: Registry, name: string, help: string, labelNames: readonly Label[]) {
    const { counts } = this;
    new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect() {
        this.reset();
        for (const { labels, count } of counts.values()) this.inc(labels, count);
      },
    });
  }

  /** Adds one; `key` stands for the labels and is all that is made on the way. */
  add(key: string, labels: () => Record<Label, string>): void {
    const known = this.counts.get(key);
    if (known === undefined) this.counts.set(key, { labels: labels(), count: 1 });
    else known.count += 1;
  }
}
