/** Shows a simulation, and takes in what to simulate. */
import 'reflect-metadata';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { JobStatusEnum, SuppressionCodeEnum } from '../enums';
import { DateTime } from '../scalars/date-time';
import { DomainError } from './domain-error';

/** What to simulate. */
@InputType('StartSimulationInput', { description: 'What to simulate: the draft as it is now.' })
export class StartSimulationFields {
  @Field(() => ID, {
    nullable: true,
    description:
      'Key of an audience of the release in force, which says who belongs; default: every account.',
  })
  audience?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many changed accounts to name, 0 to 100; default 20.',
  })
  sample?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'The clock of both sides; default: now.' })
  at?: string | null;

  @Field(() => ID, {
    description:
      "The caller's own key of this call, 1 to 200 characters: sent again with the same input it answers with the same simulation.",
  })
  idempotencyKey!: string;
}

/** Accounts that gain or lose an offer. */
@ObjectType({ simpleResolvers: true, description: 'How many accounts gain or lose an offer.' })
export class OfferShift {
  @Field(() => ID, { description: 'Key of the offer.' })
  offerKey!: string;

  @Field(() => Int, { description: 'How many accounts.' })
  accounts!: number;
}

/** An offer that only one of the releases makes. */
@ObjectType({ simpleResolvers: true, description: 'An offer that only one of both releases makes.' })
export class OfferDifference {
  @Field(() => ID, { description: 'Key of the offer.' })
  offerKey!: string;

  @Field(() => SuppressionCodeEnum, {
    nullable: true,
    description: 'Why the release in force does not make it; null: it does, or does not know it.',
  })
  before!: string | null;

  @Field(() => SuppressionCodeEnum, {
    nullable: true,
    description: 'Why the draft does not make it; null: it does, or does not know it.',
  })
  after!: string | null;
}

/** A changed account. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A changed account; `explainDecision` of it, live and with the draft at the clock of the simulation, says why.',
})
export class AccountShift {
  @Field(() => ID, { description: 'Id of the account.' })
  accountId!: string;

  @Field(() => [ID], { description: 'Keys of the offers that the release in force makes, by rank.' })
  before!: readonly string[];

  @Field(() => [ID], { description: 'Keys of the offers that the draft makes, by rank.' })
  after!: readonly string[];

  @Field(() => [OfferDifference], {
    description: 'Offers gained and lost, by key; empty where only their order differs.',
  })
  differences!: readonly OfferDifference[];
}

/** How often a code bites. */
@ObjectType({ simpleResolvers: true, description: 'How often a code keeps an offer back.' })
export class CodeCount {
  @Field(() => SuppressionCodeEnum, { description: 'The code.' })
  code!: string;

  @Field(() => Int, { description: 'Offers of all accounts kept back by the release in force.' })
  before!: number;

  @Field(() => Int, { description: 'Offers of all accounts kept back by the draft.' })
  after!: number;
}

/** Projected prompts. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Prompts a day if every account came by every day and what it is offered stayed: each offer opens one prompt per response window, and no more than the caps allow.',
})
export class PromptsPerDay {
  @Field(() => Float, { description: 'By the release in force.' })
  before!: number;

  @Field(() => Float, { description: 'By the draft.' })
  after!: number;
}

/** What falls to one person. */
@ObjectType({
  simpleResolvers: true,
  description: 'What would fall to one person if every account came by once.',
})
export class OwnerLoad {
  @Field(() => String, {
    nullable: true,
    description: 'The owner of accounts, or the assignee of tasks; null: nobody is named.',
  })
  owner!: string | null;

  @Field(() => Int, { description: 'Offers closed by a person, by the release in force.' })
  handoffsBefore!: number;

  @Field(() => Int, { description: 'Offers closed by a person, by the draft.' })
  handoffsAfter!: number;

  @Field(() => Int, { description: 'Tasks by the release in force.' })
  tasksBefore!: number;

  @Field(() => Int, { description: 'Tasks by the draft.' })
  tasksAfter!: number;
}

/** A draft held against the release in force. */
@ObjectType({
  simpleResolvers: true,
  description:
    'The draft held against the release in force, both as they were when it was started: what accounts would be offered in the app, without a stated intent, each with its own history. Until it is done its figures are those of the accounts looked at so far. Nothing is recorded.',
})
export class Simulation {
  @Field(() => ID, { description: 'Names it.' })
  id!: string;

  @Field(() => JobStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Accounts looked at, with an audience those outside it as well.' })
  processed!: number;

  @Field(() => Int, { description: 'Accounts there were when it was started.' })
  total!: number;

  @Field(() => DateTime, { description: 'When it was asked for; it may have waited since.' })
  startedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null until then.' })
  finishedAt!: string | null;

  @Field(() => Int, { description: 'Number of the release that the draft is held against.' })
  release!: number;

  @Field(() => ID, { nullable: true, description: 'Key of the audience; null: every account.' })
  audience!: string | null;

  @Field(() => DateTime, { description: 'The clock of both sides.' })
  at!: string;

  @Field(() => Int, { description: 'Accounts that both decided on; with an audience its members.' })
  comparedAccounts!: number;

  @Field(() => Int, {
    description: 'Accounts that are made other offers, or the same in another order.',
  })
  changedAccounts!: number;

  @Field(() => Float, { description: 'Changed of compared accounts, 0 to 1; 0 while none was compared.' })
  changedShare!: number;

  @Field(() => String, {
    nullable: true,
    description: "A sentence where more accounts change than the policy's `simulationWarnsAbovePercent`.",
  })
  warning!: string | null;

  @Field(() => [OfferShift], { description: 'Offers that accounts gain, those of most accounts first.' })
  gained!: readonly OfferShift[];

  @Field(() => [OfferShift], { description: 'Offers that accounts lose, those of most accounts first.' })
  lost!: readonly OfferShift[];

  @Field(() => [CodeCount], { description: 'Codes that occur, before and after.' })
  suppressed!: readonly CodeCount[];

  @Field(() => PromptsPerDay, { description: 'Projected prompts a day.' })
  promptsPerDay!: PromptsPerDay;

  @Field(() => [OwnerLoad], { description: 'The most loaded by the draft first, at most 100.' })
  ownerLoads!: readonly OwnerLoad[];

  @Field(() => [AccountShift], {
    description: 'Changed accounts, spread over all of them; the same ones whenever it is run.',
  })
  sample!: readonly AccountShift[];
}

/** A simulation that was started. */
@ObjectType({ simpleResolvers: true, description: 'The simulation, or why there is none.' })
export class StartSimulationPayload {
  @Field(() => Simulation, { nullable: true, description: 'The simulation; null when there is an error.' })
  simulation!: Simulation | null;

  @Field(() => DomainError, { nullable: true, description: 'Why it was not started.' })
  error!: DomainError | null;
}
