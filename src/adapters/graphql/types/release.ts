/** Shows releases: who published what, when and why. */
import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time';
import { connectionType } from './connection';

/** A release. */
@ObjectType({
  simpleResolvers: true,
  description: 'An immutable set of documents that decisions were made with.',
})
export class Release {
  @Field(() => Int, { description: 'From 1, without gaps; the highest is in force.' })
  number!: number;

  @Field(() => String, { description: 'SHA-256 over its documents: equal hashes, equal documents.' })
  hash!: string;

  @Field(() => String, { description: 'What changed and why, in the publisher’s words.' })
  message!: string;

  @Field(() => String, { description: 'Who published it.' })
  publishedBy!: string;

  @Field(() => DateTime, { description: 'When.' })
  publishedAt!: string;
}

/** Releases, newest first. */
export const ReleaseConnection = connectionType('Release', 'releases', () => Release, 'Newest first.');
