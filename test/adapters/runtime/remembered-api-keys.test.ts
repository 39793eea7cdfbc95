import { setTimeout as sleep } from 'node:timers/promises';
import { KEY_MEMORY, rememberedApiKeys } from '../../../src/adapters/runtime/remembered-api-keys';
import { accessPorts, madeKey } from '../../support/access-ports';

const withKey = async () => {
  const ports = accessPorts();
  const { key } = await madeKey(ports);
  return { ports, key, finder: rememberedApiKeys(ports.store) };
};

describe('remembered API keys', () => {
  it('are looked up once for many requests, those at the same moment included', async () => {
    const { ports, key, finder } = await withKey();
    const found = await Promise.all(Array.from({ length: 50 }, () => finder.byDigest(key.digest)));
    await finder.byDigest(key.digest);
    expect(found).toEqual(Array(50).fill(key));
    expect(ports.lookUps).toEqual([key.digest]);
  });

  it('that nobody has are looked up once as well', async () => {
    const { ports, finder } = await withKey();
    expect([await finder.byDigest('none'), await finder.byDigest('none')]).toEqual([null, null]);
    expect(ports.lookUps).toEqual(['none']);
  });

  it('end within five seconds of their revocation', async () => {
    const { ports, key, finder } = await withKey();
    await finder.byDigest(key.digest);
    await ports.store.revoke(key.id, '2026-06-01T00:00:00.000Z');
    const start = performance.now();
    while ((await finder.byDigest(key.digest))?.revokedAt === null) await sleep(100);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('begin within two seconds of their making, although they were asked for before', async () => {
    const { ports, finder } = await withKey();
    const early = accessPorts();
    const { key } = await madeKey(early);
    expect(await finder.byDigest(key.digest)).toBeNull();
    await ports.store.insert({ ...key, id: 'late' });
    const start = performance.now();
    while ((await finder.byDigest(key.digest)) === null) await sleep(100);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('are bounded: a flood of made-up digests displaces no real key', async () => {
    const { ports, key, finder } = await withKey();
    await finder.byDigest(key.digest);
    for (let at = 0; at < KEY_MEMORY.most + 1; at += 1) await finder.byDigest(`made-up-${at}`);
    const before = ports.lookUps.length;
    await finder.byDigest(key.digest);
    expect(ports.lookUps.length).toBe(before);
  });

  it('stay as they were while the store is away, and strangers are not let in', async () => {
    const { ports, key, finder } = await withKey();
    await finder.byDigest(key.digest);
    ports.store.byDigest = () => Promise.reject(new Error('away'));
    await sleep(KEY_MEMORY.knownMs + 50);
    expect(await finder.byDigest(key.digest)).toEqual(key);
    await expect(finder.byDigest('stranger')).rejects.toThrow('away');
  });
});
