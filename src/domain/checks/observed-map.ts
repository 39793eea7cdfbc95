/** Tells of every question that is asked of a map. */
import { remembered } from '../collections/remembered';

/** A way of asking: `keys` for their list, `whole` for anything that looks at all values. */
export type MapQuestion = 'has' | 'get' | 'keys' | 'whole';

/** Hears of a question; the key is empty where the question has none. */
export type MapListener = (question: MapQuestion, key: string) => void;

/** Answers as the map within does, and tells what it was asked. */
export class ObservedMap<Value> implements ReadonlyMap<string, Value> {
  constructor(
    private readonly within: ReadonlyMap<string, Value>,
    private readonly tell: MapListener,
  ) {}

  get size(): number {
    return this.all().size;
  }

  has(key: string): boolean {
    this.tell('has', key);
    return this.within.has(key);
  }

  get(key: string): Value | undefined {
    this.tell('get', key);
    return this.within.get(key);
  }

  keys() {
    this.tell('keys', '');
    return this.within.keys();
  }

  values() {
    return this.all().values();
  }

  entries() {
    return this.all().entries();
  }

  [Symbol.iterator]() {
    return this.all()[Symbol.iterator]();
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    this.all().forEach(callback);
  }

  private all(): ReadonlyMap<string, Value> {
    this.tell('whole', '');
    return this.within;
  }
}

/** What a map answers to a question, as a value that is the same exactly when the answer is. */
export function answerOf(map: ReadonlyMap<string, unknown>, question: MapQuestion, key: string): unknown {
  if (question === 'has') return map.has(key);
  if (question === 'get') return map.get(key);
  return question === 'keys' ? keyList(map) : map;
}

const keyList = remembered((map: ReadonlyMap<string, unknown>) => JSON.stringify([...map.keys()]));
