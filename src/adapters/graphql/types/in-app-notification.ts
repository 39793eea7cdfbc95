/** Shows one notification for a placement in the product. */
import 'reflect-metadata';
import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NotificationActionKindEnum, NotificationKindEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { RecommendedOffer } from './recommended-offer';

/** A button of a notification. */
@ObjectType({ simpleResolvers: true, description: 'A button of a notification.' })
export class NotificationAction {
  @Field(() => NotificationActionKindEnum, { description: 'What pressing it does.' })
  kind!: string;

  @Field(() => String, { description: 'What stands on it.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Where a LINK leads; null for the others.' })
  url!: string | null;
}

/** A notification, ready to show. */
@ObjectType({ simpleResolvers: true, description: 'A notification, ready to show.' })
export class InAppNotification {
  @Field(() => ID, { description: 'Stable across page loads until answered or expired.' })
  id!: string;

  @Field(() => Int, { description: 'Version of this shape; grows only when a field changes its meaning.' })
  schemaVersion!: number;

  @Field(() => NotificationKindEnum, { description: 'What it is about.' })
  kind!: string;

  @Field(() => String, { description: 'Where in the product it belongs.' })
  placement!: string;

  @Field(() => Int, { description: 'Higher is more important.' })
  priority!: number;

  @Field(() => String, { description: 'Headline.' })
  title!: string;

  @Field(() => String, { description: 'Text below the headline.' })
  body!: string;

  @Field(() => [NotificationAction], { description: 'Its buttons, in order.' })
  actions!: readonly NotificationAction[];

  @Field(() => RecommendedOffer, { nullable: true, description: 'The offer; set exactly for kind OFFER.' })
  offer!: RecommendedOffer | null;

  @Field(() => String, { nullable: true, description: 'Key of the wording this account sees.' })
  treatment!: string | null;

  @Field(() => Boolean, { description: 'Whether the buyer may close it for good.' })
  dismissible!: boolean;

  @Field(() => Boolean, { description: 'Whether the buyer may put it off.' })
  snoozable!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was first shown; null before.' })
  seenAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it goes by itself; null: never.' })
  expiresAt!: string | null;

  @Field(() => GraphQLJSONObject, {
    description: 'The numbers behind the words, for a client that draws them.',
  })
  data!: Record<string, unknown>;
}
