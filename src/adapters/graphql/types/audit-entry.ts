/** Shows lines of the audit log. */
import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AuditActionEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { connectionType } from './connection';

/** One thing that was done. */
@ObjectType({
  simpleResolvers: true,
  description: 'A line of the audit log: who did what, when and why. Lines are never changed or deleted.',
})
export class AuditEntry {
  @Field(() => Int, { description: 'Its place in the log, from 1 without gaps.' })
  position!: number;

  @Field(() => DateTime, { description: 'When it was done.' })
  at!: string;

  @Field(() => ID, { description: 'Who did it: id of the API key, `admin`, or `command-line:<name>`.' })
  actorId!: string;

  @Field(() => String, { description: 'What people call them.' })
  actor!: string;

  @Field(() => AuditActionEnum, { description: 'What was done.' })
  action!: string;

  @Field(() => String, {
    description:
      'What it was done to: `kind/key` of a document, `release/<number>`, `draft` or `api-key/<id>`.',
  })
  subject!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in their own words; null where nothing was said.',
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The text before; null where there was none.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'The text after; null where there is none.' })
  after!: string | null;

  @Field(() => String, {
    description:
      'SHA-256 over the line and the hash of the line before it; `npm run audit -- verify` checks them all.',
  })
  hash!: string;
}

/** Pages of the audit log. */
export const AuditEntryConnection = connectionType(
  'AuditEntry',
  'lines of the audit log',
  () => AuditEntry,
  'Newest first.',
);
