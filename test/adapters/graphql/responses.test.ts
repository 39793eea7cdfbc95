import type { Responder } from '../../../src/application/respond/response-inputs';
import type { ResponseServices } from '../../../src/application/respond/response-services';
import { ACCOUNT_TOKEN_SCOPES, type Caller } from '../../../src/application/caller';
import { startServer } from '../../support/graphql-server';
import { testServices } from '../../support/graphql-services';

const AT = '2026-06-01T00:00:00.000Z';
const refusal = (kind: string, code: string, more: object = {}) => ({ kind, code, message: 'No.', ...more });
const REFUSALS = {
  InvalidInput: refusal('InvalidInput', 'INVALID_INPUT', { pointer: '/comment' }),
  RecommendationNotFound: refusal('RecommendationNotFound', 'RECOMMENDATION_NOT_FOUND'),
  OfferExpired: refusal('OfferExpired', 'OFFER_EXPIRED', { expiredAt: AT }),
  OfferNoLongerAvailable: refusal('OfferNoLongerAvailable', 'OFFER_NO_LONGER_AVAILABLE'),
  AlreadyAnswered: refusal('AlreadyAnswered', 'ALREADY_ANSWERED', { answer: 'DECLINED', answeredAt: AT }),
  IdempotencyConflict: refusal('IdempotencyConflict', 'IDEMPOTENCY_CONFLICT'),
  NotAllowed: refusal('NotAllowed', 'OFFER_EXPIRED'),
};
const DONE = {
  acceptOffer: {
    kind: 'OfferAccepted',
    offerKey: 'growth-plan',
    closeMode: 'HANDOFF',
    acceptedAt: AT,
    order: null,
    task: null,
  },
  declineOffer: { kind: 'OfferDeclined', offerKey: 'growth-plan', silentUntil: AT },
  snoozeOffer: { kind: 'OfferSnoozed', offerKey: 'growth-plan', until: AT },
  dismissNotification: { kind: 'NotificationDismissed', notificationId: 'note-1', dismissedAt: AT },
};
const INPUTS = {
  acceptOffer: { recommendationId: 'rec-1', idempotencyKey: 'k' },
  declineOffer: { recommendationId: 'rec-1', idempotencyKey: 'k' },
  snoozeOffer: { recommendationId: 'rec-1', until: '2026-02-30T00:00:00Z', idempotencyKey: 'k' },
  dismissNotification: { notificationId: 'note-1', idempotencyKey: 'k' },
};
const FIELDS = {
  acceptOffer: 'OfferAccepted { offerKey closeMode acceptedAt order { id } task { id } }',
  declineOffer: 'OfferDeclined { offerKey silentUntil }',
  snoozeOffer: 'OfferSnoozed { offerKey until }',
  dismissNotification: 'NotificationDismissed { notificationId dismissedAt }',
};
type Operation = keyof typeof DONE;
const OPERATIONS = Object.keys(DONE) as Operation[];
const inputType = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}Input`;

/** What the use case was given, and what the client read, when it answers so. */
async function answering(operation: string, result: object, selection: string, options = {}) {
  const calls: { input: Record<string, unknown>; responder: Responder }[] = [];
  const record = async (input: object, responder: Responder) => {
    calls.push({ input: { ...input }, responder });
    return JSON.parse(JSON.stringify(result)) as never;
  };
  const responses: ResponseServices = { ...testServices().responses, [operation]: record };
  const server = await startServer({ responses }, options);
  const query = `mutation($input: ${inputType(operation)}!) { ${operation}(input: $input) ${selection} }`;
  const input = INPUTS[operation as Operation] ?? { recommendationIds: ['rec-1'], idempotencyKey: 'k' };
  const { json, status } = await server.ask(query, { input });
  await server.close();
  return { answer: json.data?.[operation], status, errors: json.errors, call: calls[0] };
}

const ERROR_FIELDS = '... on DomainError { code message }';

describe.each(OPERATIONS)('%s', (operation) => {
  it('shows what was recorded, from the data of a first answer or of a repeat', async () => {
    const { answer } = await answering(
      operation,
      DONE[operation],
      `{ __typename ... on ${FIELDS[operation]} }`,
    );
    const { kind, ...fields } = DONE[operation];
    expect(answer).toEqual({ __typename: kind, ...fields });
  });

  it.each(Object.values(REFUSALS))(
    'answers $kind as data, or as a fault where it can not be',
    async (one) => {
      const { answer, errors } = await answering(operation, one, `{ __typename ${ERROR_FIELDS} }`);
      const expected = { __typename: one.kind, code: one.code, message: one.message };
      if (errors === undefined) expect(answer).toEqual(expected);
      else expect(POSSIBLE[operation]).not.toContain(one.kind);
    },
  );
});

const EVERY_ANSWER = [
  ...['InvalidInput', 'RecommendationNotFound', 'OfferExpired', 'AlreadyAnswered', 'IdempotencyConflict'],
];
const POSSIBLE: Readonly<Record<Operation, readonly string[]>> = {
  acceptOffer: [...EVERY_ANSWER, 'OfferNoLongerAvailable', 'NotAllowed'],
  declineOffer: EVERY_ANSWER,
  snoozeOffer: EVERY_ANSWER,
  dismissNotification: EVERY_ANSWER.filter((name) => name !== 'OfferExpired'),
};

describe('an error', () => {
  it('shows what it has beyond code and message', async () => {
    const selection =
      '{ ... on AlreadyAnswered { answer answeredAt } ... on OfferExpired { expiredAt } ... on InvalidInput { pointer hint } }';
    const read = async (one: object) => (await answering('acceptOffer', one, selection)).answer;
    expect(await read(REFUSALS.AlreadyAnswered)).toEqual({ answer: 'DECLINED', answeredAt: AT });
    expect(await read(REFUSALS.OfferExpired)).toEqual({ expiredAt: AT });
    expect(await read(REFUSALS.InvalidInput)).toEqual({ pointer: '/comment', hint: null });
  });

  it('of one impression does not hide the others, whatever its code', async () => {
    const results = [
      { recommendationId: 'a', status: 'RECORDED', error: null },
      ...Object.values(REFUSALS).map((error) => ({
        recommendationId: error.kind,
        status: 'REJECTED',
        error,
      })),
    ];
    const selection = `{ error { code } results { recommendationId status error { __typename ${ERROR_FIELDS} } } }`;
    const { answer } = await answering(
      'recordImpressions',
      { kind: 'ImpressionsRecorded', results },
      selection,
    );
    const shown = (answer as { results: { recommendationId: string; error: { __typename: string } }[] })
      .results;
    expect(shown[0]).toEqual(results[0]);
    for (const one of shown.slice(1)) expect(one.error.__typename).toBe(one.recommendationId);
  });

  it.each(['InvalidInput', 'IdempotencyConflict'] as const)(
    '%s of all impressions is shown once',
    async (kind) => {
      const selection = '{ results { status } error { __typename code } }';
      const { answer } = await answering('recordImpressions', REFUSALS[kind], selection);
      expect(answer).toEqual({ results: [], error: { __typename: kind, code: REFUSALS[kind].code } });
    },
  );
});

describe('what the use case is given', () => {
  it('is the input with its defaults', async () => {
    const { call } = await answering('declineOffer', REFUSALS.OfferExpired, '{ __typename }');
    expect(call?.input).toEqual({
      recommendationId: 'rec-1',
      reason: 'UNSPECIFIED',
      comment: null,
      idempotencyKey: 'k',
    });
  });

  it('is a time that is none as it was sent, to be refused as data', async () => {
    const { call, status } = await answering('snoozeOffer', REFUSALS.InvalidInput, '{ __typename }');
    expect([status, call?.input['until']]).toEqual([200, '2026-02-30T00:00:00Z']);
  });

  it('is a key that answers for any account', async () => {
    const { call } = await answering('acceptOffer', REFUSALS.OfferExpired, '{ __typename }');
    expect(call?.responder).toEqual({ callerId: 'all', accountId: null, userId: null });
  });

  it('is a token that answers for its account and user', async () => {
    const caller: Caller = {
      ...{ kind: 'account-token', id: 'token:1', scopes: ACCOUNT_TOKEN_SCOPES },
      ...{ accountId: 'acc-1', userId: 'ann' },
    };
    const authenticator = { authenticate: async () => caller };
    const { call } = await answering('acceptOffer', REFUSALS.OfferExpired, '{ __typename }', {
      authenticator,
    });
    expect(call?.responder).toEqual({ callerId: 'token:1', accountId: 'acc-1', userId: 'ann' });
  });
});
