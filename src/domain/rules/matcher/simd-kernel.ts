/** Joins rows 128 bits at a time, in WebAssembly. */
import { KERNEL_BYTES } from './kernel-bytes';
import type { MatchKernel } from './match-kernel';

const PAGE_WORDS = 16_384;
const MOST_PAGES = 65_536;

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** As much as is used here: the types of the language leave it out. */
declare const WebAssembly: {
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: Memory } },
  ) => { readonly exports: unknown };
};

type Exports = Pick<MatchKernel, 'mark' | 'list'>;

/** Its words are a memory of its own, freed with it. Throws where there is no WebAssembly with 128-bit vectors, or no memory. */
export class SimdKernel implements MatchKernel {
  words: Int32Array;
  readonly mark: MatchKernel['mark'];
  readonly list: MatchKernel['list'];
  private readonly memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES });

  constructor() {
    const { exports } = new WebAssembly.Instance(compiled(), { env: { memory: this.memory } });
    ({ mark: this.mark, list: this.list } = exports as Exports);
    this.words = new Int32Array(this.memory.buffer);
  }

  grow(length: number): void {
    const pages = this.words.length / PAGE_WORDS;
    const wanted = Math.max(Math.ceil(length / PAGE_WORDS), Math.min(2 * pages, MOST_PAGES));
    this.memory.grow(wanted - pages);
    this.words = new Int32Array(this.memory.buffer);
  }
}

let once: object | undefined;

/** Compiled when it is first wanted, for all stages and releases. */
function compiled(): object {
  return (once ??= new WebAssembly.Module(KERNEL_BYTES));
}
