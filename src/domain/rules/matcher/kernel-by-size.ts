/** Decides which kernel joins the rows of a stage. */
import type { MatchKernel } from './match-kernel';
import { PlainKernel } from './plain-kernel';
import { SimdKernel } from './simd-kernel';

/** Up to here there is too little to join for a memory of its own. */
const FEW_WORDS = 4;

/** The one in WebAssembly for more than 4 words of lanes (128 lanes) where it can be had, else the plain one. */
export function kernelBySize(words: number): MatchKernel {
  return words <= FEW_WORDS ? new PlainKernel() : (simdKernel() ?? new PlainKernel());
}

function simdKernel(): MatchKernel | undefined {
  try {
    return new SimdKernel();
  } catch {
    return undefined;
  }
}
