/** Shows what became of impressions and answers: done, or one of a closed set of failures. */
import 'reflect-metadata';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { CloseModeEnum, ImpressionStatusEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import {
  AlreadyAnswered,
  DomainError,
  IdempotencyConflict,
  InvalidInput,
  NotAllowed,
  OfferExpired,
  OfferNoLongerAvailable,
  RecommendationNotFound,
} from './domain-error';
import { Task } from './task';
import { UpgradeOrder } from './upgrade-order';

/** One impression's outcome. */
@ObjectType({ simpleResolvers: true, description: 'What became of one impression.' })
export class ImpressionResult {
  @Field(() => ID, { description: 'The id as it was sent.' })
  recommendationId!: string;

  @Field(() => ImpressionStatusEnum, { description: 'What became of it.' })
  status!: string;

  @Field(() => DomainError, { nullable: true, description: 'Set exactly for REJECTED.' })
  error!: DomainError | null;
}

/** What became of a call with impressions. */
@ObjectType({ simpleResolvers: true, description: 'What became of each impression.' })
export class RecordImpressionsPayload {
  @Field(() => [ImpressionResult], {
    description: 'In the order of the ids; empty when the call as a whole failed.',
  })
  results!: readonly ImpressionResult[];

  @Field(() => DomainError, {
    nullable: true,
    description: 'Why the call as a whole failed; null otherwise.',
  })
  error!: DomainError | null;
}

/** A yes that counts. */
@ObjectType({ simpleResolvers: true, description: 'The yes is recorded.' })
export class OfferAccepted {
  @Field(() => ID, { description: 'Key of the offer.' })
  offerKey!: string;

  @Field(() => CloseModeEnum, { description: 'Who finishes the sale.' })
  closeMode!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  acceptedAt!: string;

  @Field(() => UpgradeOrder, {
    nullable: true,
    description: 'The order to confirm; null when none follows from it.',
  })
  order!: UpgradeOrder | null;

  @Field(() => Task, {
    nullable: true,
    description: 'The task for a person; null when none follows from it.',
  })
  task!: Task | null;
}

/** A no that counts. */
@ObjectType({ simpleResolvers: true, description: 'The no is recorded.' })
export class OfferDeclined {
  @Field(() => ID, { description: 'Key of the offer.' })
  offerKey!: string;

  @Field(() => DateTime, { description: 'Until then the offer is silent on every channel.' })
  silentUntil!: string;
}

/** A not now that counts. */
@ObjectType({ simpleResolvers: true, description: 'The offer is put off.' })
export class OfferSnoozed {
  @Field(() => ID, { description: 'Key of the offer.' })
  offerKey!: string;

  @Field(() => DateTime, { description: 'Until then it is silent.' })
  until!: string;
}

/** A notification that does not come back. */
@ObjectType({ simpleResolvers: true, description: 'The notification is put away and does not come back.' })
export class NotificationDismissed {
  @Field(() => ID, { description: 'Its id.' })
  notificationId!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  dismissedAt!: string;
}

/** A stored answer comes back as plain data: its kind is the name of its type. */
const resolveType = (result: object): string => (result as { readonly kind: string }).kind;

/** What accepting came to. */
export const AcceptOfferResultUnion = createUnionType({
  name: 'AcceptOfferResult',
  description: 'What accepting came to.',
  types: () =>
    [
      ...([OfferAccepted, InvalidInput, RecommendationNotFound, OfferExpired] as const),
      ...([OfferNoLongerAvailable, AlreadyAnswered, IdempotencyConflict, NotAllowed] as const),
    ] as const,
  resolveType,
});

const AFTER_A_NO = [
  InvalidInput,
  RecommendationNotFound,
  OfferExpired,
  AlreadyAnswered,
  IdempotencyConflict,
] as const;

/** What declining came to. */
export const DeclineOfferResultUnion = createUnionType({
  name: 'DeclineOfferResult',
  description: 'What declining came to; a no is never refused for a cap or a silence.',
  types: () => [OfferDeclined, ...AFTER_A_NO] as const,
  resolveType,
});

/** What putting off came to. */
export const SnoozeOfferResultUnion = createUnionType({
  name: 'SnoozeOfferResult',
  description: 'What putting off came to.',
  types: () => [OfferSnoozed, ...AFTER_A_NO] as const,
  resolveType,
});

/** What putting away came to. */
export const DismissNotificationResultUnion = createUnionType({
  name: 'DismissNotificationResult',
  description: 'What putting a notification away came to.',
  types: () =>
    [
      NotificationDismissed,
      InvalidInput,
      RecommendationNotFound,
      AlreadyAnswered,
      IdempotencyConflict,
    ] as const,
  resolveType,
});
