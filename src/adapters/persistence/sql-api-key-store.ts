/** Keeps API keys. */
import type { ApiKey, ApiKeyStore } from '../../application/access/access-ports';
import type { AuditTools } from '../../domain/audit/audit-chain';
import type { AuditRecord } from '../../domain/audit/audit-entry';
import { appendAudit } from './append-audit';
import { keyText, storableKey } from './key-text';
import { insertRows } from './multi-row';
import type { SqlDatabase, SqlValue } from './sql-database';
import { fromSqlTime, fromSqlTimeOrNull, toSqlTime, toSqlTimeOrNull } from './sql-time';
import type { ApiKeyRow } from './tables/api-key-table';

const COLUMNS = ['id', 'name', 'digest', 'prefix', 'scopes', 'created_at', 'expires_at', 'revoked_at'];
const SELECT = `SELECT ${COLUMNS.join(', ')} FROM api_key`;

/** Nothing is cached here. */
export class SqlApiKeyStore implements ApiKeyStore {
  constructor(
    private readonly database: SqlDatabase,
    private readonly audit: AuditTools,
  ) {}

  async insert(key: ApiKey, record: AuditRecord): Promise<void> {
    const rows = [keyValues(key)];
    await this.database.transaction(async (session) => {
      await insertRows(session, 'api_key', COLUMNS, rows);
      await appendAudit(session, [record], this.audit);
    });
  }

  async byDigest(digest: string): Promise<ApiKey | null> {
    const [row] = await this.database.prepared<ApiKeyRow>(`${SELECT} WHERE digest = ?`, [digest]);
    return row === undefined ? null : keyOf(row);
  }

  async list(): Promise<readonly ApiKey[]> {
    const rows = await this.database.all<ApiKeyRow>(`${SELECT} ORDER BY created_at, id`, []);
    return rows.map(keyOf);
  }

  async revoke(id: string, record: AuditRecord): Promise<boolean> {
    const sql = 'UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL';
    return this.database.transaction(async (session) => {
      const revoked = (await session.run(sql, [toSqlTime(record.at), id])) === 1;
      if (revoked) await appendAudit(session, [record], this.audit);
      return revoked;
    });
  }
}

function keyValues(key: ApiKey): readonly SqlValue[] {
  return [
    storableKey(key.id),
    key.name,
    key.digest,
    storableKey(key.prefix),
    JSON.stringify(key.scopes),
    toSqlTime(key.createdAt),
    toSqlTimeOrNull(key.expiresAt),
    toSqlTimeOrNull(key.revokedAt),
  ];
}

function keyOf(row: ApiKeyRow): ApiKey {
  return {
    id: keyText(row.id),
    name: row.name,
    digest: keyText(row.digest),
    prefix: keyText(row.prefix),
    scopes: JSON.parse(row.scopes) as ApiKey['scopes'],
    createdAt: fromSqlTime(row.created_at),
    expiresAt: fromSqlTimeOrNull(row.expires_at),
    revokedAt: fromSqlTimeOrNull(row.revoked_at),
  };
}
