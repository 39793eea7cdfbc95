/** A disk of a few megabytes in memory, which can be filled and emptied; Linux, and only for root. */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm, rmdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const BLOCKS = [1_048_576, 4_096].map((bytes) => Buffer.alloc(bytes));

/** Mounted until `remove`. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Null where mounting isn't possible. */
  static async mount(megabytes: number): Promise<SmallDisk | null> {
    const folder = await mkdtemp(path.join(tmpdir(), 'small-disk-'));
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
    if (spawnSync('mount', options, { stdio: 'ignore' }).status === 0) return new SmallDisk(folder);
    await rmdir(folder);
    return null;
  }

  /** Takes every block that is left. */
  async fill(): Promise<void> {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;
    const file = await open(this.filler, flags);
    await writeUntilFull(file).finally(() => file.close());
  }

  /** Gives everything back that `fill` took. */
  async makeRoom(): Promise<void> {
    await rm(this.filler, { force: true });
  }

  /** Bytes that are left. */
  async left(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  async remove(): Promise<void> {
    spawnSync('umount', [this.folder]);
    await rmdir(this.folder);
  }

  private get filler(): string {
    return path.join(this.folder, 'filler');
  }
}

/** Large blocks first: a busy process gets to one write a turn, and thousands of small ones took longer than a test may. */
async function writeUntilFull(file: FileHandle): Promise<void> {
  for (const block of BLOCKS) while (await hasRoomFor(file, block));
}

async function hasRoomFor(file: FileHandle, block: Buffer): Promise<boolean> {
  try {
    const { bytesWritten } = await file.write(block);
    return bytesWritten === block.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
