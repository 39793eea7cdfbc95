/** Lists what explaining needs of the world. */
import type { DecisionPorts } from '../decide/decision-ports';
import type { DraftReleases } from '../govern/draft-releases';

/** Reads only: no log, no signer, no meter. */
export interface ExplainPorts extends Pick<
  DecisionPorts,
  'subjects' | 'handoffs' | 'clock' | 'ids' | 'releases'
> {
  readonly drafts: DraftReleases;
}
