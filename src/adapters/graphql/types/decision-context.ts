/** Says where and why a decision is asked for. */
import 'reflect-metadata';
import { Field, ID, InputType } from 'type-graphql';
import type { Intent, Surface } from '../../../domain/documents/kinds/vocabulary';
import { IntentEnum, SurfaceEnum } from '../enums';

/** Where and why a decision is asked for. */
@InputType('DecisionContext', { description: 'Where and why a decision is asked for.' })
export class DecisionContextInput {
  @Field(() => SurfaceEnum, {
    nullable: true,
    defaultValue: 'IN_APP',
    description: 'Where the buyer is reached.',
  })
  surface?: Surface | null;

  @Field(() => String, { nullable: true, description: 'Where on that surface the answer will be shown.' })
  placement?: string | null;

  @Field(() => IntentEnum, {
    nullable: true,
    description: 'What the buyer is about; leave out when not known.',
  })
  intent?: Intent | null;

  @Field(() => String, { nullable: true, description: 'Key of the gated feature the buyer reached for.' })
  feature?: string | null;

  @Field(() => ID, { nullable: true, description: 'The conversation this is part of.' })
  conversationId?: string | null;
}
