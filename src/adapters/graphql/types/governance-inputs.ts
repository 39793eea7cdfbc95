/** Takes in what changes documents and releases. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { KindWord } from '../document-kinds';
import { DocumentKindEnum } from '../enums';
import { DateTime } from '../scalars/date-time';

const IDEMPOTENCY_KEY =
  '1 to 200 visible ASCII characters, one per call: a repeat with the same body gets the same release.';

/** A document to be saved. */
@InputType('SaveDocumentInput', { description: 'A document to be saved as a pending change.' })
export class SaveDocumentFields {
  @Field(() => DocumentKindEnum, { description: 'The kind of document.' })
  kind!: KindWord;

  @Field(() => GraphQLJSONObject, { description: 'The whole document; its `key` names it.' })
  document!: Record<string, unknown>;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was edited. Absent: create only, and fail where there is one.',
  })
  expectedVersion?: number | null;
}

/** A document to be deleted. */
@InputType('DeleteDocumentInput', {
  description: 'A document to be deleted with the next release; refused while others refer to it.',
})
export class DeleteDocumentFields {
  @Field(() => DocumentKindEnum, { description: 'The kind of document.' })
  kind!: KindWord;

  @Field(() => ID, { description: 'Its key.' })
  key!: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  expectedVersion!: number;
}

/** A second person's consent. */
@InputType('ApproveChangesInput', { description: 'The consent of a second person to the pending changes.' })
export class ApproveChangesFields {
  @Field(() => Int, { description: 'Revision of the draft that was looked at; an older one is refused.' })
  expectedRevision!: number;

  @Field(() => String, { nullable: true, description: 'In your own words; goes into the audit log.' })
  comment?: string | null;
}

/** A schedule to be taken back. */
@InputType('CancelScheduleInput', { description: 'A scheduled release to be taken back.' })
export class CancelScheduleFields {
  @Field(() => Int, { description: 'Revision of the draft that was looked at; an older one is refused.' })
  expectedRevision!: number;
}

/** To publish. */
@InputType('PublishInput', { description: 'Why the pending changes are published, and when.' })
export class PublishFields {
  @Field(() => String, { description: 'What changes and why, 1 to 500 characters.' })
  message!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Publish at this time instead of now. An edit before then takes it back; everything is checked again when it comes.',
  })
  at?: string | null;

  @Field(() => ID, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

/** To go back. */
@InputType('RollbackInput', { description: 'Where to go back to, and why.' })
export class RollbackFields {
  @Field(() => Int, {
    description: 'Number of the earlier release whose documents become the newest release.',
  })
  toRelease!: number;

  @Field(() => String, { description: 'What went wrong, 1 to 500 characters.' })
  message!: string;

  @Field(() => ID, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
