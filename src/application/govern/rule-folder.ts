/** The contract of a folder of documents that can be written to. */
import type { RuleFiles } from '../ports';

/** A folder that is not there yet is empty. Faults of the disk are thrown. */
export interface RuleFolder extends RuleFiles {
  /** Makes the file, or puts this text in its place; whoever reads meanwhile sees the old text or the new, never half of one. */
  write(path: string, text: string): Promise<void>;
  /** A file that is gone already is no fault. */
  remove(path: string): Promise<void>;
}
