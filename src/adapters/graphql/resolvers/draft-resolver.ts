/** Lets people edit documents: save, delete, look at what is pending, and agree to it. */
import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ArrangeResult } from '../../../application/govern/govern-results';
import { actorOf } from '../actor-of';
import { requireId } from '../arguments';
import { kindOf, type KindWord } from '../document-kinds';
import { DocumentKindEnum } from '../enums';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { showChange, showDraft, showFinding } from '../show-governance';
import { DocumentChange, Draft, DraftDocument } from '../types/draft';
import {
  ApproveChangesFields,
  CancelScheduleFields,
  DeleteDocumentFields,
  SaveDocumentFields,
} from '../types/governance-inputs';
import {
  ApproveChangesPayload,
  DeleteDocumentPayload,
  SaveDocumentPayload,
} from '../types/governance-payloads';

/** Queries and mutations of editors. */
@Resolver()
export class DraftResolver {
  @RequiresScope('rules:read')
  @Query(() => [DocumentChange], {
    description: 'What would change if the pending changes were published now, by kind, then key.',
  })
  async pendingChanges(@Ctx() request: RequestContext): Promise<readonly DocumentChange[]> {
    return (await request.services.governance.pending()).changes.map(showChange);
  }

  @RequiresScope('rules:read')
  @Query(() => Draft, { description: 'The pending changes, with their authors, approvals and schedule.' })
  draft(@Ctx() request: RequestContext): Promise<Draft> {
    return draftOf(request);
  }

  @RequiresScope('rules:read')
  @Query(() => DraftDocument, {
    nullable: true,
    description: 'A document as it would be published now; null when there never was one.',
  })
  async document(
    @Arg('kind', () => DocumentKindEnum, { description: 'The kind of document.' }) kind: KindWord,
    @Arg('key', () => ID, { description: 'Its key.' }) key: string,
    @Ctx() request: RequestContext,
  ): Promise<DraftDocument | null> {
    const found = await request.services.governance.document(kindOf(kind), requireId('key', key));
    return found === null ? null : { ...found, kind };
  }

  @RequiresScope('rules:edit')
  @Mutation(() => SaveDocumentPayload, {
    description: 'Saves a document as a pending change, judged among the others as they would be published.',
  })
  saveDocument(
    @Arg('input', () => SaveDocumentFields, { description: 'The document, and the version that was edited.' })
    { kind, document, expectedVersion }: SaveDocumentFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    return request.services.governance.save({
      kind: kindOf(kind),
      document,
      expectedVersion: expectedVersion ?? null,
      actor: actorOf(request.caller),
    });
  }

  @RequiresScope('rules:edit')
  @Mutation(() => DeleteDocumentPayload, {
    description: 'Marks a document as to go with the next release; refused while others refer to it.',
  })
  async deleteDocument(
    @Arg('input', () => DeleteDocumentFields, { description: 'The document, and the version that was seen.' })
    { kind, key, expectedVersion }: DeleteDocumentFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    const { findings, ...deleted } = await request.services.governance.delete({
      kind: kindOf(kind),
      key: requireId('key', key),
      expectedVersion,
      actor: actorOf(request.caller),
    });
    return { ...deleted, problems: findings.map(showFinding) };
  }

  @RequiresScope('rules:approve')
  @Mutation(() => ApproveChangesPayload, {
    description:
      'Agrees to the pending changes as they are. Never by one of their authors; the next edit takes it back.',
  })
  async approveChanges(
    @Arg('input', () => ApproveChangesFields, { description: 'What was looked at.' })
    { expectedRevision, comment }: ApproveChangesFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    const actor = actorOf(request.caller);
    const approval = { expectedRevision, comment: comment ?? null, actor };
    return arrangedFor(request, await request.services.governance.approve(approval));
  }

  @RequiresScope('rules:publish')
  @Mutation(() => ApproveChangesPayload, {
    description: 'Takes a scheduled release back; the changes stay pending.',
  })
  async cancelSchedule(
    @Arg('input', () => CancelScheduleFields, { description: 'What was looked at.' })
    { expectedRevision }: CancelScheduleFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    const cancelled = { expectedRevision, actor: actorOf(request.caller) };
    return arrangedFor(request, await request.services.governance.cancelSchedule(cancelled));
  }
}

async function arrangedFor(request: RequestContext, { error }: ArrangeResult): Promise<object> {
  return { draft: error === null ? await draftOf(request) : null, error };
}

async function draftOf({ services }: RequestContext): Promise<Draft> {
  const policy = services.release().documents.policy.get('default');
  return showDraft(await services.governance.pending(), policy?.requireApproval === true);
}
