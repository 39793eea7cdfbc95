/** Lists every corruption of the documents that decide something. */
import type { RuleFile } from '../../src/application/ports';
import { readKeyedDocument } from '../../src/domain/documents/build-document-set';
import { canonicalText } from '../../src/domain/documents/canonical-text';
import type { DocumentKind } from '../../src/domain/documents/document-kind';
import { pointerTo } from '../../src/domain/documents/json-pointer';
import { metricEdits, offerEdits, planEdits } from './catalogue-edits';
import { conditionEdits } from './condition-edits';
import { edited, isObject, textOf, valueAt, type Edit, type Json, type JsonObject } from './edit';
import { eventEdits } from './event-edits';
import type { MutationKind } from './mutation-kinds';
import { policyEdits } from './policy-edits';
import type { Surroundings } from './surroundings';
import { textEdits } from './text-edits';

/** One document with one corruption. */
export interface Mutation {
  readonly kind: MutationKind;
  readonly document: { readonly kind: DocumentKind; readonly key: string };
  readonly pointer: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** The whole corrupted document. */
  readonly text: string;
}

/** In the order of the files, then of the members. Documents written otherwise with the same meaning are left out. */
export function allMutations(files: readonly RuleFile[], around: Surroundings): readonly Mutation[] {
  return files.flatMap((file) => {
    if (file.kind === 'topic' || file.kind === 'test') return [];
    const value = JSON.parse(file.text) as Json;
    const edits = isObject(value) ? editsOf(file.kind, value, around) : [];
    return edits.map((edit) => toMutation(file, value, edit)).filter(({ text }) => !saysTheSame(file, text));
  });
}

function editsOf(kind: DocumentKind, value: JsonObject, around: Surroundings): readonly Edit[] {
  switch (kind) {
    case 'audience':
      return conditionEdits(value.conditions, ['conditions'], around);
    case 'rule':
      return ruleEdits(value, around);
    case 'policy':
      return policyEdits(value, around);
    case 'plan':
      return planEdits(value, around);
    case 'offer':
      return around.dormantOffers.has(textOf(value.key))
        ? offerEdits(value, around).filter(({ path }) => path[0] === 'motion')
        : [...offerEdits(value, around), ...textEdits(value, [], around)];
    case 'metric':
      return metricEdits(value);
    default:
      return [];
  }
}

/** Of a rule that is off, nothing decides but that it is off; one that speaks for a dormant offer does no more than hold. */
function ruleEdits(rule: JsonObject, around: Surroundings): readonly Edit[] {
  const events = eventEdits(rule, around);
  if (rule.enabled === false) return events.filter(({ kind }) => kind === 'rule switched');
  const conditions = conditionEdits(rule.conditions, ['conditions'], around);
  const offer = valueAt(rule, ['event', 'params', 'offer']);
  if (typeof offer === 'string' && around.dormantOffers.has(offer)) return conditions;
  return [...conditions, ...events, ...textEdits(rule.event ?? null, ['event'], around)];
}

function toMutation({ kind, key }: RuleFile, value: Json, edit: Edit): Mutation {
  return {
    kind: edit.kind,
    document: { kind, key },
    pointer: pointerTo(edit.path),
    before: valueAt(value, edit.path),
    after: edit.after,
    text: JSON.stringify(edited(value, edit.path, edit.after)),
  };
}

function saysTheSame({ kind, key, text }: RuleFile, corrupted: string): boolean {
  const read = readKeyedDocument(kind, key, corrupted);
  return !('problems' in read) && canonicalText(read.kind, read.document) === text;
}
