/** Decides which kernel joins the rows of a stage. */
import type { MatchKernel } from './match-kernel';
import { PlainKernel } from './plain-kernel';
import { SimdKernel } from './simd-kernel';

/** Up to here a call into WebAssembly costs more than it saves. */
const FEW_WORDS = 16;

/** The one in WebAssembly for rows of more than 16 words (512 lanes) where it can be had, else the plain one. */
export function kernelBySize(rowWords: number): MatchKernel {
  return rowWords <= FEW_WORDS ? new PlainKernel() : (simdKernel() ?? new PlainKernel());
}

function simdKernel(): MatchKernel | undefined {
  try {
    return new SimdKernel();
  } catch {
    return undefined;
  }
}
