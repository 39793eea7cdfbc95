/** Shows who did what, when and why. */
import 'reflect-metadata';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { AuditEntry as AuditLine } from '../../../domain/audit/audit-entry';
import { pageSize } from '../arguments';
import { toConnection } from '../connections';
import { decodeCursor } from '../cursor';
import { invalidCursor } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { AuditEntry, AuditEntryConnection } from '../types/audit-entry';
import type { Connection } from '../types/connection';
import { AFTER, FIRST } from './page-arguments';

const POSITION = /^[1-9]\d{0,9}$/;

/** The query of whoever wants to know how it came about. */
@Resolver()
export class AuditResolver {
  @RequiresScope('rules:read')
  @Query(() => AuditEntryConnection, { description: 'The audit log, newest first.' })
  async auditLog(
    @Arg('first', () => Int, FIRST) first: number | null,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() request: RequestContext,
  ): Promise<Connection<AuditEntry>> {
    const asked = { list: 'audit' as const, first: pageSize(first, 50), after: after ?? null };
    const key = decodeCursor('audit', after);
    if (key !== null && !POSITION.test(key)) throw invalidCursor('after');
    const page = await request.services.readAudit({
      before: key === null ? null : Number(key),
      first: asked.first,
    });
    const last = page.items.at(-1);
    return toConnection(asked, {
      items: page.items.map(showLine),
      keyOf: ({ position }) => `${position}`,
      hasNextPage: page.hasNextPage,
      continueAfter: last === undefined ? null : `${last.position}`,
      countAll: () => page.count(),
    });
  }
}

function showLine({ actor, ...line }: AuditLine): AuditEntry {
  const { position, at, action, subject, reason, before, after, hash } = line;
  return { position, at, actorId: actor.id, actor: actor.name, action, subject, reason, before, after, hash };
}
