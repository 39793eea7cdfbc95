/** Compiles the documents as they would be published now, once per state of the draft. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import type { ReleaseCompiler } from '../decide/release-compiler';
import { inSlices, type Turns } from '../in-slices';
import type { ReleaseStore } from '../ports';
import type { DraftStore } from './draft-ports';
import type { DraftReleases } from './draft-releases';
import type { ReadDraft } from './read-draft';

/** Which draft was compiled. */
interface Known {
  readonly state: string;
  readonly compiled: Promise<CompiledRelease>;
}

/** Two small reads while nothing changed; whoever asks at once shares one compilation. */
export class DraftInForce implements DraftReleases {
  private known: Known | null = null;

  constructor(
    private readonly drafts: Pick<DraftStore, 'workspace'>,
    private readonly releases: Pick<ReleaseStore, 'currentNumber'>,
    private readonly reading: ReadDraft,
    private readonly compiler: ReleaseCompiler,
    private readonly turns: Turns,
  ) {}

  async draft(): Promise<CompiledRelease> {
    const { revision } = await this.drafts.workspace();
    const state = `${revision} ${await this.releases.currentNumber()}`;
    if (this.known?.state === state) return this.known.compiled;
    const compiled = this.compile();
    this.known = { state, compiled };
    compiled.catch(() => (this.known = null));
    return compiled;
  }

  private async compile(): Promise<CompiledRelease> {
    const { draft, stored } = await this.reading.execute();
    const read = await this.reading.documents(stored);
    const steps = this.compiler.steps({ number: draft.release + 1, hash: '' }, read);
    return inSlices(steps, this.turns);
  }
}
