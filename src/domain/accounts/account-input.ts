/** Describes an account as a caller sends it: nothing is trusted yet, and null means not stated. */

type Given<T> = T | null | undefined;
type GivenTime = Given<string | Date>;

/** The members of the API's `AccountInput`; times are RFC 3339 texts or dates. */
export interface AccountInput {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly plan?: Given<string>;
  readonly billingInterval?: Given<string>;
  readonly currency?: Given<string>;
  readonly paidSince?: GivenTime;
  readonly planSince?: GivenTime;
  readonly churnedAt?: GivenTime;
  readonly segment?: Given<string>;
  readonly industry?: Given<string>;
  readonly country?: Given<string>;
  readonly region?: Given<string>;
  readonly contract?: Given<{ readonly term: string; readonly renewsAt?: GivenTime }>;
  readonly health?: Given<{
    readonly csat?: Given<number>;
    readonly sentiment?: Given<number>;
    readonly openEscalations?: Given<number>;
    readonly billingIssue?: Given<boolean>;
    readonly churnRisk?: Given<number>;
    readonly usageDropOff?: Given<boolean>;
    readonly asOf?: GivenTime;
  }>;
  readonly owner?: Given<string>;
  readonly csm?: Given<string>;
  readonly crmId?: Given<string>;
  readonly contact?: Given<{
    readonly name?: Given<string>;
    readonly phone?: Given<string>;
    readonly email?: Given<string>;
  }>;
  readonly addOns?: Given<readonly string[]>;
  readonly attributes?: Given<Readonly<Record<string, unknown>>>;
  readonly test?: Given<boolean>;
}

/** The members of the API's `UsageEventInput`; `kind` defaults to SET. */
export interface UsageEventInput {
  readonly id: string;
  readonly accountId: string;
  readonly metric: string;
  readonly value: number;
  readonly kind?: Given<string>;
  readonly at: string | Date;
}

/** The members of the API's `AccountEventInput`; `data` defaults to none. */
export interface AccountEventInput {
  readonly id: string;
  readonly accountId: string;
  readonly type: string;
  readonly at: string | Date;
  readonly data?: Given<Readonly<Record<string, unknown>>>;
}
