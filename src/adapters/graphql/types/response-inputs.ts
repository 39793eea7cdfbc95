/** Takes in what was shown and what people answered. */
import 'reflect-metadata';
import { Field, ID, InputType } from 'type-graphql';
import type { DeclineReason } from '../../../domain/documents/kinds/vocabulary';
import { DeclineReasonEnum } from '../enums';
import { DateTime } from '../scalars/date-time';

const IDEMPOTENCY_KEY = {
  description:
    "The caller's own key of this call, 1 to 200 characters, kept 30 days: sent again with the same input it gives the same answer and no second effect.",
};
const RECOMMENDATION_ID = { description: '`id` of a recommended offer, as it was handed out.' };
const COMMENT = { nullable: true, description: "The buyer's own words, at most 2,000 characters." };

/** What was shown. */
@InputType('RecordImpressionsInput', { description: 'Offers of one account that were shown.' })
export class RecordImpressionsFields {
  @Field(() => [ID], { description: 'Their `id`s, 1 to 50.' })
  recommendationIds!: string[];

  @Field(() => ID, IDEMPOTENCY_KEY)
  idempotencyKey!: string;
}

/** A yes. */
@InputType('AcceptOfferInput', { description: 'A yes to an offer.' })
export class AcceptOfferFields {
  @Field(() => ID, RECOMMENDATION_ID)
  recommendationId!: string;

  @Field(() => String, COMMENT)
  comment?: string | null;

  @Field(() => ID, IDEMPOTENCY_KEY)
  idempotencyKey!: string;
}

/** A no. */
@InputType('DeclineOfferInput', { description: 'A no to an offer.' })
export class DeclineOfferFields {
  @Field(() => ID, RECOMMENDATION_ID)
  recommendationId!: string;

  @Field(() => DeclineReasonEnum, { nullable: true, defaultValue: 'UNSPECIFIED', description: 'Why.' })
  reason?: DeclineReason | null;

  @Field(() => String, COMMENT)
  comment?: string | null;

  @Field(() => ID, IDEMPOTENCY_KEY)
  idempotencyKey!: string;
}

/** A not now. */
@InputType('SnoozeOfferInput', { description: 'A not now to an offer.' })
export class SnoozeOfferFields {
  @Field(() => ID, RECOMMENDATION_ID)
  recommendationId!: string;

  @Field(() => DateTime, { description: 'When it may come back: in the future, at most 366 days ahead.' })
  until!: string;

  @Field(() => String, COMMENT)
  comment?: string | null;

  @Field(() => ID, IDEMPOTENCY_KEY)
  idempotencyKey!: string;
}

/** A notification put away. */
@InputType('DismissNotificationInput', { description: 'A notification put away.' })
export class DismissNotificationFields {
  @Field(() => ID, { description: '`id` of the notification, as it was handed out.' })
  notificationId!: string;

  @Field(() => ID, IDEMPOTENCY_KEY)
  idempotencyKey!: string;
}
