/** Writes files so that a crash or a power cut leaves nothing half-done. */
import { open, rename } from 'node:fs/promises';

/** Writes or appends, and waits until the disk has it. */
export async function writeDurably(name: string, flags: 'a' | 'w', bytes: Uint8Array): Promise<void> {
  const file = await open(name, flags);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Writes beside the file and renames: readers find the old bytes or the new, never half of them. `beside` is in the same folder. */
export async function replaceDurably(name: string, beside: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(beside, 'w', bytes);
  await rename(beside, name);
}
