/** Takes impressions and answers in, each exactly once per idempotency key. */
import 'reflect-metadata';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Caller } from '../../../application/caller';
import type { Responder } from '../../../application/respond/response-inputs';
import type {
  AcceptOfferResult,
  DeclineOfferResult,
  DismissNotificationResult,
  RecordImpressionsResult,
  SnoozeOfferResult,
} from '../../../application/respond/response-results';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import {
  AcceptOfferFields,
  DeclineOfferFields,
  DismissNotificationFields,
  RecordImpressionsFields,
  SnoozeOfferFields,
} from '../types/response-inputs';
import {
  AcceptOfferResultUnion,
  DeclineOfferResultUnion,
  DismissNotificationResultUnion,
  RecordImpressionsPayload,
  SnoozeOfferResultUnion,
} from '../types/response-results';

const INPUT = { description: 'What happened, and the key under which it happens once.' };

/** Mutations of frontends, portals and agents. */
@Resolver()
export class ResponseResolver {
  @RequiresScope('responses:write')
  @Mutation(() => RecordImpressionsPayload, {
    description:
      'Records that offers were shown; the first impression opens the prompt. One bad id never loses the others.',
  })
  async recordImpressions(
    @Arg('input', () => RecordImpressionsFields, INPUT) input: RecordImpressionsFields,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    return toPayload(await request.services.responses.recordImpressions(input, responderOf(request.caller)));
  }

  @RequiresScope('responses:write')
  @Mutation(() => AcceptOfferResultUnion, { description: 'Records a yes.' })
  acceptOffer(
    @Arg('input', () => AcceptOfferFields, INPUT) input: AcceptOfferFields,
    @Ctx() request: RequestContext,
  ): Promise<AcceptOfferResult> {
    const answer = { ...input, comment: input.comment ?? null };
    return request.services.responses.acceptOffer(answer, responderOf(request.caller));
  }

  @RequiresScope('responses:write')
  @Mutation(() => DeclineOfferResultUnion, {
    description: 'Records a no: the offer falls silent on every channel.',
  })
  declineOffer(
    @Arg('input', () => DeclineOfferFields, INPUT) input: DeclineOfferFields,
    @Ctx() request: RequestContext,
  ): Promise<DeclineOfferResult> {
    const answer = {
      ...input,
      reason: input.reason ?? 'UNSPECIFIED',
      comment: input.comment ?? null,
    } as const;
    return request.services.responses.declineOffer(answer, responderOf(request.caller));
  }

  @RequiresScope('responses:write')
  @Mutation(() => SnoozeOfferResultUnion, { description: 'Records a not now.' })
  snoozeOffer(
    @Arg('input', () => SnoozeOfferFields, INPUT) input: SnoozeOfferFields,
    @Ctx() request: RequestContext,
  ): Promise<SnoozeOfferResult> {
    const answer = { ...input, comment: input.comment ?? null };
    return request.services.responses.snoozeOffer(answer, responderOf(request.caller));
  }

  @RequiresScope('responses:write')
  @Mutation(() => DismissNotificationResultUnion, {
    description: 'Puts a notification away; it does not come back.',
  })
  dismissNotification(
    @Arg('input', () => DismissNotificationFields, INPUT) input: DismissNotificationFields,
    @Ctx() request: RequestContext,
  ): Promise<DismissNotificationResult> {
    return request.services.responses.dismissNotification(input, responderOf(request.caller));
  }
}

function responderOf(caller: Caller): Responder {
  return caller.kind === 'api-key'
    ? { callerId: caller.id, accountId: null, userId: null }
    : { callerId: caller.id, accountId: caller.accountId, userId: caller.userId };
}

function toPayload(result: RecordImpressionsResult): object {
  return result.kind === 'ImpressionsRecorded'
    ? { results: result.results, error: null }
    : { results: [], error: result };
}
