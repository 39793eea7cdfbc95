/** Shows what became of each item of a batch, and why one was refused. */
import 'reflect-metadata';
import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { IngestStatusEnum } from '../enums';

/** Why something was not done, as data. */
@InterfaceType({
  description: 'Why something was not done, as data: branch on `code`, show `message`.',
  resolveType: (error: DomainError) =>
    error.code === 'VERSION_CONFLICT' ? 'VersionConflict' : 'InvalidInput',
})
export abstract class DomainError {
  @Field(() => String, { description: 'A stable code to branch on.' })
  code!: string;

  @Field(() => String, { description: 'What is wrong and how to mend it, in plain sentences.' })
  message!: string;
}

/** What was sent cannot be used. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'What was sent cannot be used as it is.',
})
export class InvalidInput extends DomainError {
  @Field(() => String, {
    nullable: true,
    description:
      'RFC 6901 JSON pointer into the item, of its first problem; null when it concerns the whole item.',
  })
  pointer!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How to mend it, with near names where there are any.',
  })
  hint!: string | null;
}

/** Somebody else was faster. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'It was changed by others at the same time, again and again; send it once more.',
})
export class VersionConflict extends DomainError {}

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
