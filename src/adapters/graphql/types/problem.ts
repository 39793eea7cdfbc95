/** Shows one finding about a document. */
import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { SeverityEnum } from '../enums';

/** What is wrong with a document, where, and how to mend it. */
@ObjectType({
  simpleResolvers: true,
  description: 'What is wrong with a document, where, and how to mend it.',
})
export class Problem {
  @Field(() => SeverityEnum, { description: 'How grave it is.' })
  severity!: string;

  @Field(() => String, {
    description: 'RFC 6901 JSON pointer into the document; empty for the document itself.',
  })
  pointer!: string;

  @Field(() => String, { description: 'A stable code to branch on.' })
  code!: string;

  @Field(() => String, { description: 'One plain sentence.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The document it was found in, as `kind/key`; null where the call names the document.',
  })
  document?: string | null;

  @Field(() => String, { nullable: true, description: 'How to mend it; null when the message says it all.' })
  hint!: string | null;
}
