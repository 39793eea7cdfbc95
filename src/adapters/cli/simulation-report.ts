/** Prints what a simulation found for a person: what changes first, then why, who gets the work, and whom to look at. */
import Table from 'cli-table3';
import pc from 'picocolors';
import type { SimulationView } from '../../application/simulate/simulation-view';
import { bar } from './bar';

const PLAIN = { head: [], border: [], compact: true };
const BAR_CELLS = 16;
const MOST_OWNERS = 10;

type Cells = readonly string[];

/** Ends in a newline. Tables without lines are left out. */
export function simulationReport(view: SimulationView): string {
  return [
    ...headOf(view),
    ...tableOf(['Offer', 'Gained', 'Lost', ''], offerLines(view)),
    ...tableOf(['Kept back by', 'Before', 'After', 'Change'], codeLines(view)),
    ...tableOf(['Owner', 'Handoffs', '', 'Tasks', ''], ownerLines(view)),
    ...tableOf(['Account', 'Before', 'After'], sampleLines(view)),
    '',
  ].join('\n');
}

function headOf(view: SimulationView): readonly string[] {
  const { release, at, audience, comparedAccounts: compared, changedAccounts: changed } = view;
  const { before, after } = view.promptsPerDay;
  const whom = audience === null ? 'all accounts' : `the audience \`${audience}\``;
  return [
    `The draft against release ${release}, over ${whom}, as of ${at}: ${state(view)}.`,
    `${count(changed)} of ${count(compared)} accounts change (${percent(view.changedShare)}) ${bar(view.changedShare, BAR_CELLS)}`,
    `Prompts a day: ${before.toFixed(1)} → ${after.toFixed(1)}`,
    ...(view.warning === null ? [] : [pc.yellow(`Warning: ${view.warning}`)]),
  ];
}

function state({ status, processed, total }: SimulationView): string {
  return status === 'DONE' ? 'done' : `${status.toLowerCase()} after ${count(processed)} of ${count(total)}`;
}

function tableOf(head: Cells, lines: readonly Cells[]): readonly string[] {
  if (lines.length === 0) return [];
  const colAligns = head.map((name) => (NUMBERS.has(name) ? ('right' as const) : ('left' as const)));
  const table = new Table({ head: [...head], colAligns, style: PLAIN });
  table.push(...lines.map((line) => [...line]));
  return ['', table.toString()];
}

const NUMBERS: ReadonlySet<string> = new Set(['Gained', 'Lost', 'Change']);

function offerLines({ gained, lost, comparedAccounts }: SimulationView): readonly Cells[] {
  const won = new Map(gained.map(({ offerKey, accounts }) => [offerKey, accounts]));
  const gone = new Map(lost.map(({ offerKey, accounts }) => [offerKey, accounts]));
  const weight = (key: string) => (won.get(key) ?? 0) + (gone.get(key) ?? 0);
  const keys = [...new Set([...won.keys(), ...gone.keys()])].sort((a, b) => weight(b) - weight(a));
  return keys.map((key) => [
    key,
    pc.green(`+${count(won.get(key) ?? 0)}`),
    pc.red(`-${count(gone.get(key) ?? 0)}`),
    bar(weight(key) / Math.max(1, comparedAccounts), BAR_CELLS),
  ]);
}

function codeLines({ suppressed }: SimulationView): readonly Cells[] {
  return suppressed.map(({ code, before, after }) => [
    code,
    count(before),
    count(after),
    before === after ? '=' : `${after > before ? '+' : '-'}${count(Math.abs(after - before))}`,
  ]);
}

function ownerLines({ loads }: SimulationView): readonly Cells[] {
  return loads
    .slice(0, MOST_OWNERS)
    .map(({ person, handoffs, tasks }) => [
      person === null ? '(nobody)' : visible(person),
      ...[`${count(handoffs.before)} → ${count(handoffs.after)}`, changed(handoffs)],
      ...[`${count(tasks.before)} → ${count(tasks.after)}`, changed(tasks)],
    ]);
}

function changed({ before, after }: { readonly before: number; readonly after: number }): string {
  return before === after ? '' : after > before ? '▲' : '▼';
}

function sampleLines({ sample }: SimulationView): readonly Cells[] {
  return sample.map(({ accountId, before, after }) => [visible(accountId), offers(before), offers(after)]);
}

function offers(keys: readonly string[]): string {
  return keys.length === 0 ? '-' : keys.join(', ');
}

/** Names come from clients: what would move the cursor or change colours is shown as a question mark. */
function visible(name: string): string {
  return name.replace(/\p{C}/gu, '?');
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
