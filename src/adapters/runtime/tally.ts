/** Counts by labels at the cost of one look in a map, and becomes a metric only when somebody reads. */
import { Counter, type Registry } from 'prom-client';

/** A counter of Prometheus whose labels come from bounded sets. */
export class Tally {
  private readonly counts = new Map<string, { count: number }>();

  constructor(registry: Registry, name: string, help: string, labelNames: readonly string[]) {
    const { counts } = this;
    new Counter({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect() {
        this.reset();
        for (const [key, { count }] of counts) this.inc(labelsIn(key, labelNames), count);
      },
    });
  }

  /** Adds one, or so many. `key`: the values in the order of the label names, with a blank between; none has one in it. */
  add(key: string, more = 1): void {
    const known = this.counts.get(key);
    if (known === undefined) this.counts.set(key, { count: more });
    else known.count += more;
  }
}

function labelsIn(key: string, names: readonly string[]): Record<string, string> {
  const values = key.split(' ');
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
}
