import type { ApiKey } from '../../../src/application/access/access-ports';
import { auditRecord } from '../../support/audit-lines';
import { describeEachDatabase } from '../../support/databases';

const key = (id: string, change: Partial<ApiKey> = {}): ApiKey => ({
  id,
  name: 'Portal',
  digest: id.padEnd(64, '0'),
  prefix: `exp_${id}`,
  scopes: ['offers:read', 'responses:write'],
  createdAt: '2026-06-01T08:00:00.123Z',
  expiresAt: null,
  revokedAt: null,
  ...change,
});

describeEachDatabase('API keys', (database) => {
  const store = () => database.stores.apiKeys;
  const made = auditRecord(1, { action: 'API_KEY_CREATED' });
  const kept = [
    key('b', { name: 'Zoë’s portal ', expiresAt: '2027-01-01T00:00:00.001Z' }),
    key('a', { createdAt: '2026-06-02T00:00:00.000Z', scopes: [] }),
    key('c', { revokedAt: '2026-06-03T00:00:00.000Z' }),
  ];
  beforeAll(async () => {
    for (const one of kept) await store().insert(one, made);
  });

  it.each(kept)('are found by their digest, whole, also expired and revoked ones: $id', async (one) => {
    expect(await store().byDigest(one.digest)).toEqual(one);
  });

  it.each(['', 'b', 'B'.padEnd(64, '0'), ` ${'b'.padEnd(63, '0')}`, `${'b'.padEnd(64, '0')} `])(
    'are not found by anything else: %j',
    async (digest) => {
      expect(await store().byDigest(digest)).toBeNull();
    },
  );

  it('are listed oldest first, then by id', async () => {
    expect((await store().list()).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('are refused when the digest is taken, and nothing changes', async () => {
    await expect(store().insert(key('d', { digest: kept[0]?.digest }), made)).rejects.toMatchObject({
      message: expect.stringMatching(/unique|duplicate/i),
    });
    expect((await store().list()).map(({ id }) => id)).not.toContain('d');
    expect(await database.stores.audit.newest(null, 10)).toHaveLength(kept.length);
  });

  it('are revoked once: the first time stands, whoever asks again', async () => {
    await store().insert(key('e'), made);
    const times = ['2026-07-01T00:00:00.000Z', '2026-07-02T00:00:00.000Z'];
    expect(await store().revoke('e', auditRecord(8, { at: times[0] }))).toBe(true);
    expect(await store().revoke('e', auditRecord(9, { at: times[1] }))).toBe(false);
    expect(await store().byDigest(key('e').digest)).toMatchObject({ revokedAt: times[0] });
  });

  it('leave one line in the audit log for each that was made, and one for the revocation that stands', async () => {
    const lines = await database.stores.audit.following(null, 10);
    expect(lines.map(({ at }) => at)).toEqual([
      made.at,
      made.at,
      made.at,
      made.at,
      '2026-07-01T00:00:00.000Z',
    ]);
  });

  it('that do not exist can not be revoked', async () => {
    expect(await store().revoke('nobody', made)).toBe(false);
  });
});
