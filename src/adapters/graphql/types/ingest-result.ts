/** Shows what became of each item of a batch, and why one was refused. */
import 'reflect-metadata';
import { Field, ID, ObjectType } from 'type-graphql';
import { IngestStatusEnum } from '../enums';
import { DomainError } from './domain-error';

/** One item's outcome. */
@ObjectType({ simpleResolvers: true, description: 'What became of one item of a batch.' })
export class IngestResult {
  @Field(() => ID, { description: 'The id of the item as it was sent.' })
  id!: string;

  @Field(() => IngestStatusEnum, { description: 'What became of it.' })
  status!: string;

  @Field(() => DomainError, { nullable: true, description: 'Set exactly for REJECTED.' })
  error!: DomainError | null;
}
