import { KEY_MEMORY, rememberedApiKeys } from '../../../src/adapters/runtime/remembered-api-keys';
import { auditRecord } from '../../support/audit-lines';
import { accessPorts, madeKey } from '../../support/access-ports';

const withKey = async () => {
  const ports = accessPorts();
  const { key } = await madeKey(ports);
  const stopwatch = { ms: 1, now: () => stopwatch.ms };
  return { ports, key, stopwatch, finder: rememberedApiKeys(ports.store, stopwatch) };
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
    const { ports, key, stopwatch, finder } = await withKey();
    await finder.byDigest(key.digest);
    await ports.store.revoke(key.id, auditRecord(0, { at: '2026-06-01T00:00:00.000Z' }));
    stopwatch.ms += KEY_MEMORY.knownMs;
    expect((await finder.byDigest(key.digest))?.revokedAt).toBeNull();
    stopwatch.ms += 1;
    expect((await finder.byDigest(key.digest))?.revokedAt).toBe('2026-06-01T00:00:00.000Z');
    expect(KEY_MEMORY.knownMs).toBeLessThan(5_000);
  });

  it('begin within two seconds of their making, although they were asked for before', async () => {
    const { ports, stopwatch, finder } = await withKey();
    const early = accessPorts();
    const { key } = await madeKey(early);
    expect(await finder.byDigest(key.digest)).toBeNull();
    await ports.store.insert({ ...key, id: 'late' }, auditRecord(0));
    expect(await finder.byDigest(key.digest)).toBeNull();
    stopwatch.ms += KEY_MEMORY.unknownMs + 1;
    expect((await finder.byDigest(key.digest))?.id).toBe('late');
    expect(KEY_MEMORY.unknownMs).toBeLessThan(2_000);
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
    const { ports, key, stopwatch, finder } = await withKey();
    await finder.byDigest(key.digest);
    ports.store.byDigest = () => Promise.reject(new Error('away'));
    stopwatch.ms += KEY_MEMORY.knownMs + 1;
    expect(await finder.byDigest(key.digest)).toEqual(key);
    await expect(finder.byDigest('stranger')).rejects.toThrow('away');
  });
});
