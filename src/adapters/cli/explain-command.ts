/** Carries out `rules explain` and `rules starter-test`. */
import type { AccountNotFound } from '../../application/decide/decision-question';
import type { StarterQuestion } from '../../application/explain/starter-test';
import type { ArgumentRefused } from '../../application/explain/what-if';
import { canonicalText } from '../../domain/documents/canonical-text';
import type { AskOptions, ExplainCommands, ExplainOptions } from './add-explain';
import { explanationReport } from './explanation-report';
import { readContext } from './read-context';
import { withService } from './with-service';
import type { OpenService, Workbench } from './workbench';

const DONE = 0;
const REFUSED = 1;
const NOT_UNDERSTOOD = 2;

type Refusal = AccountNotFound | ArgumentRefused;

/** The commands over a workbench. */
export function explainCommands(workbench: Workbench): ExplainCommands {
  return {
    explain: (accountId, options) => explain(workbench, accountId, options),
    starterTest: (accountId, options) => starterTest(workbench, accountId, options),
  };
}

async function explain(workbench: Workbench, accountId: string, options: ExplainOptions): Promise<number> {
  const facts = readFacts(options.fact);
  if (typeof facts === 'string') return notUnderstood(workbench, facts);
  return answer(workbench, accountId, options, async (service, question) => {
    const asked = { ...question, facts, draft: options.draft === true };
    const explained = await service.explanations.explain(asked);
    return 'failure' in explained ? explained : explanationReport(explained);
  });
}

function starterTest(workbench: Workbench, accountId: string, options: AskOptions): Promise<number> {
  return answer(workbench, accountId, options, async (service, question) => {
    const made = await service.explanations.starterTest(question);
    return 'failure' in made ? made : canonicalText('test', made.document);
  });
}

type Tell = (service: OpenService, question: StarterQuestion) => Promise<string | Refusal>;

async function answer(
  workbench: Workbench,
  accountId: string,
  options: AskOptions,
  tell: Tell,
): Promise<number> {
  const context = readContext(options);
  if (typeof context === 'string') return notUnderstood(workbench, context);
  const { user, at } = options;
  return withService(workbench, async (service) => {
    await service.prepare({ seed: false });
    const told = await tell(service, { accountId, userId: user ?? null, context, at: at ?? null });
    if (typeof told === 'string') workbench.print(told);
    else return refused(workbench, accountId, told);
    return DONE;
  });
}

function refused(workbench: Workbench, accountId: string, refusal: Refusal): number {
  if (refusal.failure === 'INVALID_ARGUMENT')
    return notUnderstood(workbench, `${refusal.argument} ${refusal.message}`);
  workbench.print(`There is no account \`${accountId}\`; \`npm run seed\` loads the demo accounts.\n`);
  return REFUSED;
}

function notUnderstood(workbench: Workbench, sentence: string): number {
  workbench.print(`${sentence}\n`);
  return NOT_UNDERSTOOD;
}

/** What reads as JSON is JSON, everything else a text: `90`, `true`, `null`, `["sso"]`, `growth`. */
function readFacts(words: readonly string[]): Record<string, unknown> | string {
  const wrong = words.find((word) => !/^[^=]+=/.test(word));
  if (wrong !== undefined) return `--fact takes name=value, for instance usage.seats.used=45; not ${wrong}.`;
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      return [word.slice(0, at), readValue(word.slice(at + 1))];
    }),
  );
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
