/** Shows why something was not done, as data: every expected failure is a type that implements DomainError. */
import 'reflect-metadata';
import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { AnswerKindEnum } from '../enums';
import { DateTime } from '../scalars/date-time';

/** Why something was not done. Recorded failures carry the name of their type as `kind`; those of items of a batch do not. */
@InterfaceType({
  description: 'Why something was not done, as data: branch on `code`, show `message`.',
  resolveType: ({ kind, code }: DomainError) =>
    kind ?? (code === 'VERSION_CONFLICT' ? 'VersionConflict' : 'InvalidInput'),
})
export abstract class DomainError {
  readonly kind?: string;

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
      'RFC 6901 JSON pointer into the input, of its first problem; null when it concerns the whole input.',
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

/** No such id. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'There is no such recommendation or notification for this caller.',
})
export class RecommendationNotFound extends DomainError {}

/** Too late. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'The recommendation can no longer be answered; ask for a new one.',
})
export class OfferExpired extends DomainError {
  @Field(() => DateTime, { description: 'Since when.' })
  expiredAt!: string;
}

/** Withdrawn or sold at another price. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'The offer was withdrawn, or is sold at another price by now; ask for a new one.',
})
export class OfferNoLongerAvailable extends DomainError {}

/** Answered before. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'It was answered before, and stays answered so.',
})
export class AlreadyAnswered extends DomainError {
  @Field(() => AnswerKindEnum, { description: 'The answer that stands.' })
  answer!: string;

  @Field(() => DateTime, { description: 'When it was given.' })
  answeredAt!: string;
}

/** The key belongs to another call. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'The idempotency key was used for another call; nothing was done.',
})
export class IdempotencyConflict extends DomainError {}

/** Something speaks against it. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description:
    'Something speaks against it, which the code names: of answers the suppression code of a cap, a silence or capacity.',
})
export class NotAllowed extends DomainError {}

/** A second person is asked for. */
@ObjectType({
  implements: DomainError,
  simpleResolvers: true,
  description: 'The policy asks for the approval of a second person, of the changes as they are.',
})
export class ApprovalRequired extends DomainError {}
