/** Lets whoever sits at the terminal edit and publish, under the name that the system knows them by. */
import type { RulesDesk } from '../adapters/cli/rules-desk';
import { RulesFolder } from '../adapters/files/rules-folder';
import type { Governance } from './governance';
import { terminalActor } from './terminal-actor';

/** Acts for the user of this process. */
export function buildRulesDesk({ services, publish, pullDocuments, pushDocuments }: Governance): RulesDesk {
  const actor = terminalActor();
  return {
    publish: (documents, message) => publish.documents({ documents, message, actor }),
    publishDraft: (message, at) => publish.draft({ message, actor, call: null, at }),
    pull: (folder, options) => pullDocuments.execute(new RulesFolder(folder), options),
    push: (documents, options) => pushDocuments.execute({ documents, actor, ...options }),
    pending: () => services.pending(),
    approve: (expectedRevision, comment) => services.approve({ expectedRevision, comment, actor }),
    rollBack: (toRelease, message) => publish.back({ toRelease, message, actor, call: null }),
    releases: async (limit) => (await services.releases(null, limit)).items,
  };
}
