/** Keeps the numbers that tell how the service is, and spells them out for Prometheus. */
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { DecisionMeter } from '../../application/decide/decision-meter';
import type { DecisionOutcome } from '../../domain/decisions/decision';
import { Tally } from './tally';

/** What is read of the other parts when somebody asks. */
export interface MetricSources {
  readonly decisionLog: () => {
    readonly waiting: number;
    readonly written: number;
    readonly dropped: number;
  };
  readonly pool: () => { readonly inUse: number; readonly waiting: number };
  readonly streams: () => number;
  /** The release in force; null before there is one. */
  readonly release: () => { readonly number: number; readonly quarantined: readonly unknown[] } | null;
}

/** What is measured of one request; see the record of the listener. */
interface MeasuredRequest {
  readonly operation: string;
  readonly priority: string | null;
  readonly outcome: string;
  readonly ms: number;
}

const PREFIX = 'expansion_';
const LATENCY_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Labels come from the schema, the catalogue and closed unions: never an id, a name or a text of a caller. */
export class ServiceMetrics implements DecisionMeter {
  private readonly registry = new Registry();
  /** Whether the latest decision was made from memory. */
  private degraded = false;
  private readonly requests = this.tally('requests_total', 'GraphQL requests by their end.', [
    'operation',
    'outcome',
  ]);
  private readonly shed = this.tally('shed_requests_total', 'Requests turned away for load.', ['priority']);
  private readonly decisions = this.tally('decisions_total', 'Decisions made.', [
    'motion',
    'offered',
    'degraded',
  ]);
  private readonly suppressed = this.tally('suppressed_offers_total', 'Offers not made, by reason.', [
    'code',
  ]);
  private readonly ruleErrors = this.tally('rule_errors_total', 'Rules that failed in a decision.', []);
  private readonly latency = new Histogram({
    name: `${PREFIX}request_duration_seconds`,
    help: 'From the head of a request to its answer, without those turned away for load.',
    labelNames: ['operation'],
    buckets: LATENCY_SECONDS,
    registers: [this.registry],
  });

  constructor(sources: MetricSources) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('decision_log_waiting', 'Decisions not yet written.', () => sources.decisionLog().waiting);
    this.gauge(
      'decision_log_written',
      'Decisions written since the start.',
      () => sources.decisionLog().written,
    );
    this.gauge(
      'decision_log_dropped',
      'Decisions lost to a full buffer.',
      () => sources.decisionLog().dropped,
    );
    this.gauge('database_connections_in_use', 'Connections at work.', () => sources.pool().inUse);
    this.gauge('database_connections_waited_for', 'Calls that wait for one.', () => sources.pool().waiting);
    this.gauge('notification_streams', 'Live notification streams.', () => sources.streams());
    this.gauge('release_number', 'The release in force.', () => sources.release()?.number ?? 0);
    this.gauge(
      'quarantined_documents',
      'Broken documents kept out.',
      () => sources.release()?.quarantined.length ?? 0,
    );
    this.gauge('degraded', '1 while decisions are made from memory.', () => (this.degraded ? 1 : 0));
  }

  /** Counts one answered request. */
  requestDone({ operation, priority, outcome, ms }: MeasuredRequest): void {
    this.requests.add(`${operation} ${outcome}`);
    if (outcome === 'shed') this.shed.add(priority ?? 'unknown');
    else this.latency.observe({ operation }, ms / 1_000);
  }

  decided({ motion, offers, suppressed, ruleErrors }: DecisionOutcome, degraded: boolean): void {
    this.degraded = degraded;
    this.decisions.add(`${motion.motion} ${offers.length > 0} ${degraded}`);
    for (const { code } of suppressed) this.suppressed.add(code);
    if (ruleErrors.length > 0) this.ruleErrors.add('', ruleErrors.length);
  }

  /** The exposition format of Prometheus with the content type that belongs to it. */
  async read(): Promise<{ readonly text: string; readonly contentType: string }> {
    return { text: await this.registry.metrics(), contentType: this.registry.contentType };
  }

  private tally(name: string, help: string, labels: readonly string[]): Tally {
    return new Tally(this.registry, `${PREFIX}${name}`, help, labels);
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `${PREFIX}${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
