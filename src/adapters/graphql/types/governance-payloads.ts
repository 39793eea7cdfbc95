/** Shows what became of a change of documents or releases: done, or why not. */
import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DomainError } from './domain-error';
import { Draft, ScheduledRelease } from './draft';
import { Problem } from './problem';
import { Release } from './release';

const ERROR = { nullable: true, description: 'Why nothing was done; null where it was.' };
const PROBLEMS =
  'Everything that was found, with the document it was found in; errors keep it back, warnings do not.';

/** How a rule test went. */
@ObjectType({ simpleResolvers: true, description: 'How a rule test of the documents went.' })
export class RuleTestResult {
  @Field(() => ID, { description: 'Key of the test.' })
  key!: string;

  @Field(() => Boolean, { description: 'Whether everything was as it expects.' })
  passed!: boolean;

  @Field(() => [String], { description: 'What was otherwise, a sentence each.' })
  differences!: readonly string[];
}

/** After saving. */
@ObjectType({ simpleResolvers: true, description: 'A document saved, or why not.' })
export class SaveDocumentPayload {
  @Field(() => Int, { nullable: true, description: 'Its version from now on; null where it was not saved.' })
  version!: number | null;

  @Field(() => [Problem], { description: PROBLEMS })
  problems!: readonly Problem[];

  @Field(() => DomainError, ERROR)
  error!: DomainError | null;
}

/** After deleting. */
@ObjectType({ simpleResolvers: true, description: 'A document that goes with the next release, or why not.' })
export class DeleteDocumentPayload {
  @Field(() => Int, {
    nullable: true,
    description: 'Its version from now on; null where it was not deleted.',
  })
  version!: number | null;

  @Field(() => [Problem], {
    description: 'What would be broken without it, by the documents that refer to it.',
  })
  problems!: readonly Problem[];

  @Field(() => DomainError, ERROR)
  error!: DomainError | null;
}

/** After approving or taking a schedule back. */
@ObjectType({ simpleResolvers: true, description: 'The draft afterwards, or why nothing was done.' })
export class ApproveChangesPayload {
  @Field(() => Draft, { nullable: true, description: 'The draft; null where nothing was done.' })
  draft!: Draft | null;

  @Field(() => DomainError, ERROR)
  error!: DomainError | null;
}

/** After publishing or going back. */
@ObjectType({ simpleResolvers: true, description: 'The new release, or what keeps it back, all at once.' })
export class PublishPayload {
  @Field(() => Release, {
    nullable: true,
    description: 'In force from now on; null where it was scheduled or kept back.',
  })
  release!: Release | null;

  @Field(() => ScheduledRelease, {
    nullable: true,
    description: 'The release to come, where a time was given.',
  })
  schedule!: ScheduledRelease | null;

  @Field(() => [Problem], { description: PROBLEMS })
  problems!: readonly Problem[];

  @Field(() => [RuleTestResult], { description: 'Rule tests that do not pass; each keeps the release back.' })
  failedTests!: readonly RuleTestResult[];

  @Field(() => DomainError, ERROR)
  error!: DomainError | null;
}
