/** Checks that links lead into the product or to hosts that the policy allows. */
import { error } from '../documents/found';
import type { RuleOf } from '../documents/kinds/rule-document';
import type { Problem } from '../documents/problem';
import type { Check, CheckContext } from './check';

const HTTPS = /^https:\/\/([a-z0-9.-]+)(?::\d{1,5})?(?:[/?#]|$)/i;
const OWN_PATH = /^\/(?![/\\])/;
const NEVER_IN_A_LINK = /[\s\\\p{C}]/u;

type Action = RuleOf<'notify'>['event']['params']['actions'][number];

/** Actions of notices: LINK needs a URL, the others take none. */
export const links: Check = (subject, context) => {
  if (subject.kind !== 'rule' || subject.document.event.type !== 'notify') return [];
  return subject.document.event.params.actions.flatMap((action, i) =>
    actionProblems(action, `/event/params/actions/${i}/url`, linkHosts(context)),
  );
};

function linkHosts({ set }: CheckContext): readonly string[] {
  return set.policy.get('default')?.linkHosts ?? [];
}

function actionProblems(
  { kind, url }: Action,
  pointer: string,
  hosts: readonly string[],
): readonly Problem[] {
  if ((kind === 'LINK') !== (url !== undefined)) {
    const message = kind === 'LINK' ? 'A link needs a `url`.' : `An action of kind ${kind} takes no \`url\`.`;
    return [error('LINK_MISPLACED', pointer, message)];
  }
  if (url === undefined || isAllowed(url, hosts)) return [];
  const hint = `Use a path such as /billing, or https on ${hosts.join(', ') || 'a host listed in the policy (linkHosts)'}.`;
  return [error('LINK_NOT_ALLOWED', pointer, 'The link leads to where the policy does not allow.', hint)];
}

function isAllowed(url: string, hosts: readonly string[]): boolean {
  if (NEVER_IN_A_LINK.test(url)) return false;
  const host = HTTPS.exec(url)?.[1];
  return OWN_PATH.test(url) || (host !== undefined && hosts.includes(host.toLowerCase()));
}
