/** Shows an order for a change of plan or an addition: what it changes, what it costs and where it stands. */
import 'reflect-metadata';
import { Field, ID, ObjectType } from 'type-graphql';
import { BillingIntervalEnum, OrderStatusEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { Money } from './money';

/** One line of what the rest of the period costs or gives back. */
@ObjectType({ simpleResolvers: true, description: 'What the rest of the period costs or gives back.' })
export class ProrationLine {
  @Field(() => String, { description: 'What it is for.' })
  description!: string;

  @Field(() => Money, { description: 'Negative when it is given back.' })
  amount!: Money;

  @Field(() => DateTime, { description: 'Begin of the time it is for.' })
  from!: string;

  @Field(() => DateTime, { description: 'End of the time it is for.' })
  to!: string;
}

/** An order to confirm. */
@ObjectType({ simpleResolvers: true, description: 'An order that a buyer confirms.' })
export class UpgradeOrder {
  @Field(() => ID, { description: 'Names the order.' })
  id!: string;

  @Field(() => ID, { description: 'Whose order it is.' })
  accountId!: string;

  @Field(() => ID, { description: 'The offer that was accepted.' })
  offerKey!: string;

  @Field(() => OrderStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => ID, { nullable: true, description: 'Key of the plan before; null when the plan stays.' })
  fromPlan!: string | null;

  @Field(() => ID, { nullable: true, description: 'Key of the plan after; null when the plan stays.' })
  toPlan!: string | null;

  @Field(() => [ProrationLine], { description: 'What the rest of the period comes to.' })
  proration!: readonly ProrationLine[];

  @Field(() => Money, { description: 'Charged at once.' })
  dueNow!: Money;

  @Field(() => Money, { description: 'Charged every interval from then on.' })
  recurring!: Money;

  @Field(() => BillingIntervalEnum, { description: 'How often.' })
  recurringInterval!: string;

  @Field(() => ID, { nullable: true, description: 'The invoice; null before there is one.' })
  invoiceId!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was carried out; null before.' })
  completedAt!: string | null;
}
