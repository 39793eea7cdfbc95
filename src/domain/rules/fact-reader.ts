/** Reads one fact of account after account: where their facts stand in one order, its place is looked up once. */
import type { FactSet, FactValue } from './fact-set';
import { FactTable, type FactOrder } from './fact-table';

/** Remembers the place of its fact in the order that was read last. */
export class FactReader {
  private order: FactOrder | undefined;
  private place = -1;

  constructor(readonly name: string) {}

  /** The fact, undefined where it is absent. */
  of(values: FactSet['values']): FactValue | undefined {
    if (!(values instanceof FactTable)) return values.get(this.name);
    if (values.order !== this.order) this.follow(values.order);
    return values.at(this.place);
  }

  private follow(order: FactOrder): void {
    this.order = order;
    this.place = order.placeOf(this.name);
  }
}
