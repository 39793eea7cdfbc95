/** Shows work for an account owner or CSM. */
import 'reflect-metadata';
import { Field, ID, ObjectType } from 'type-graphql';

/** Something for a person to do. */
@ObjectType({ simpleResolvers: true, description: 'Work for an account owner or CSM.' })
export class Task {
  @Field(() => ID, { description: 'Names the task.' })
  id!: string;

  @Field(() => ID, { description: 'The account it is about.' })
  accountId!: string;

  @Field(() => String, { description: 'What there is to do, in one line.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Who does it; null: nobody yet.' })
  assignee!: string | null;
}
