/** Notes what checks ask of the context, so that findings can be kept for as long as the answers stay the same. */
import { DOCUMENT_KINDS, type DocumentKind } from '../documents/document-kind';
import type { DocumentSet } from '../documents/document-set';
import type { CheckContext, Derivation } from './check';
import { answerOf, ObservedMap, type MapQuestion } from './observed-map';

/** Documents of a kind, the fact catalogue, or what a function makes of the set. */
type Place = DocumentKind | 'catalogue' | Derivation<unknown>;

/** One thing that was asked, and the answer. */
export interface Asked {
  readonly place: Place;
  readonly question: MapQuestion;
  readonly key: string;
  readonly answer: unknown;
}

type AskedByKey = Map<string, Asked>;

/** A context that answers as the one within, and knows what it was asked. */
export class ObservedContext implements CheckContext {
  readonly set: DocumentSet;
  readonly facts: CheckContext['facts'];
  readonly templates: CheckContext['templates'];
  private readonly derivedMaps = new Map<Derivation<unknown>, ObservedMap<unknown>>();
  /** Documents ask much the same things: each is kept once. */
  private readonly known = new Map<Place, Map<MapQuestion, AskedByKey>>();
  private readonly judged = new Map<Asked, boolean>();
  private noted = new Set<Asked>();

  constructor(private readonly within: CheckContext) {
    const kinds = DOCUMENT_KINDS.map((kind) => [kind, this.observed<unknown>(kind, within.set[kind])]);
    this.set = Object.fromEntries(kinds) as DocumentSet;
    this.facts = this.observed('catalogue', within.facts);
    this.templates = within.templates;
  }

  derived<Value>(derive: Derivation<Value>): ReadonlyMap<string, Value> {
    const map = this.derivedMaps.get(derive) ?? this.observed(derive, this.within.derived(derive));
    this.derivedMaps.set(derive, map);
    return map as ReadonlyMap<string, unknown> as ReadonlyMap<string, Value>;
  }

  /** Runs the work and says what it asked, each thing once. */
  listen<Result>(work: () => Result): { readonly result: Result; readonly asked: readonly Asked[] } {
    this.noted = new Set();
    const result = work();
    return { result, asked: [...this.noted] };
  }

  /** Whether the same question has the same answer here. */
  stillHolds(asked: Asked): boolean {
    const before = this.judged.get(asked);
    if (before !== undefined) return before;
    const holds = Object.is(this.answer(asked.place, asked.question, asked.key), asked.answer);
    this.judged.set(asked, holds);
    return holds;
  }

  private observed<Value>(place: Place, map: ReadonlyMap<string, Value>): ObservedMap<Value> {
    return new ObservedMap(map, (question, key) => this.note(place, question, key));
  }

  private note(place: Place, question: MapQuestion, key: string): void {
    const keys = this.askedOf(place, question);
    const asked = keys.get(key) ?? { place, question, key, answer: this.answer(place, question, key) };
    keys.set(key, asked);
    this.noted.add(asked);
  }

  private askedOf(place: Place, question: MapQuestion): AskedByKey {
    const questions = this.known.get(place) ?? new Map<MapQuestion, AskedByKey>();
    const keys = questions.get(question) ?? new Map<string, Asked>();
    this.known.set(place, questions.set(question, keys));
    return keys;
  }

  private answer(place: Place, question: MapQuestion, key: string): unknown {
    return answerOf(this.mapAt(place), question, key);
  }

  private mapAt(place: Place): ReadonlyMap<string, unknown> {
    if (typeof place === 'function') return this.within.derived(place);
    return place === 'catalogue' ? this.within.facts : this.within.set[place];
  }
}
