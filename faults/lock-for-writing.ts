/** Takes the one place to write of a SQLite file, as another process that does not end would. */
import { openSql } from '../src/adapters/persistence/open-sql';

/** Resolves when it is taken, to what gives it back. */
export async function lockForWriting(url: string): Promise<() => Promise<void>> {
  const database = await openSql(url);
  const held = deferred();
  const release = deferred();
  const transaction = database.transaction(async () => {
    held.resolve();
    await release.promise;
  });
  await Promise.race([held.promise, transaction]);
  return async () => {
    release.resolve();
    await transaction;
    await database.close();
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => undefined as void;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
