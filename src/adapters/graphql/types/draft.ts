/** Shows pending changes: what they change in words, who made them, who agreed to them, and when they are published. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { KindWord } from '../document-kinds';
import { ChangeKindEnum, DocumentKindEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { Problem } from './problem';

/** A document that differs. */
@ObjectType({ simpleResolvers: true, description: 'A document that differs between two sets of documents.' })
export class DocumentChange {
  @Field(() => DocumentKindEnum, { description: 'The kind of document.' })
  kind!: KindWord;

  @Field(() => ID, { description: 'Its key.' })
  key!: string;

  @Field(() => ChangeKindEnum, { description: 'What became of it.' })
  change!: string;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'As it was; null where it was added.' })
  before!: object | null;

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'As it is; null where it was removed.' })
  after!: object | null;

  @Field(() => [String], {
    description: 'A phrase for each difference: `usage.seats.ratio` is at least 90 % → 80 %.',
  })
  inWords!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Of a pending change: the version that the next edit must name.',
  })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Of a pending change: who made it last.' })
  savedBy?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Of a pending change: when.' })
  savedAt?: string | null;
}

/** A consent. */
@ObjectType({
  simpleResolvers: true,
  description: 'The consent of a second person to the changes as they are.',
})
export class Approval {
  @Field(() => String, { description: 'Who agreed.' })
  approvedBy!: string;

  @Field(() => DateTime, { description: 'When.' })
  approvedAt!: string;

  @Field(() => String, { nullable: true, description: 'In their own words.' })
  comment!: string | null;
}

/** A release to come. */
@ObjectType({ simpleResolvers: true, description: 'A release that is published when its time comes.' })
export class ScheduledRelease {
  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'What changes and why.' })
  message!: string;

  @Field(() => String, { description: 'Who scheduled it.' })
  scheduledBy!: string;

  @Field(() => String, { nullable: true, description: 'Why it came to nothing; null while it is to come.' })
  failure!: string | null;
}

/** What is pending. */
@ObjectType({ simpleResolvers: true, description: 'Everything that is pending, and what people made of it.' })
export class Draft {
  @Field(() => Int, { description: 'Grows with every change; approvals name it.' })
  revision!: number;

  @Field(() => Int, { description: 'Number of the release in force.' })
  release!: number;

  @Field(() => [DocumentChange], { description: 'By kind, then key.' })
  changes!: readonly DocumentChange[];

  @Field(() => [String], { description: 'Everyone who made one of the changes.' })
  authors!: readonly string[];

  @Field(() => [Approval], { description: 'Of the changes as they are; the next edit takes them back.' })
  approvals!: readonly Approval[];

  @Field(() => Boolean, { description: 'Whether the policy in force asks for a second person.' })
  approvalRequired!: boolean;

  @Field(() => ScheduledRelease, {
    nullable: true,
    description: 'The release to come, or the one that came to nothing.',
  })
  schedule!: ScheduledRelease | null;
}

/** One document of the draft. */
@ObjectType({ simpleResolvers: true, description: 'A document as it would be published now.' })
export class DraftDocument {
  @Field(() => DocumentKindEnum, { description: 'The kind of document.' })
  kind!: KindWord;

  @Field(() => ID, { description: 'Its key.' })
  key!: string;

  @Field(() => Int, { description: 'What the next edit must name as `expectedVersion`.' })
  version!: number;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'With its defaults; null where it is to be deleted, was deleted, or can’t be read.',
  })
  document!: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'As it stands in its file; null where it is to be deleted or was deleted.',
  })
  text!: string | null;

  @Field(() => [Problem], { description: 'Why it can’t be read; empty where it can.' })
  problems!: readonly Problem[];

  @Field(() => String, { nullable: true, description: 'Who saved it; null unless it is pending.' })
  savedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When; null unless it is pending.' })
  savedAt!: string | null;
}
