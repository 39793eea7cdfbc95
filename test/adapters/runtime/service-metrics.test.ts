import { ServiceMetrics } from '../../../src/adapters/runtime/service-metrics';
import type { DecisionOutcome } from '../../../src/domain/decisions/decision';

const outcome = (motion: string, offers: number, codes: readonly string[], errors = 0) =>
  ({
    motion: { motion },
    offers: Array.from({ length: offers }, () => ({})),
    suppressed: codes.map((code) => ({ code })),
    ruleErrors: Array.from({ length: errors }, () => ({})),
  }) as unknown as DecisionOutcome;

const metricsOf = () =>
  new ServiceMetrics({
    decisionLog: () => ({ waiting: 3, written: 40, dropped: 1 }),
    pool: () => ({ inUse: 7, waiting: 2 }),
    streams: () => 5,
    release: () => ({ number: 12, quarantined: ['x'] }),
  });

async function linesOf(metrics: ServiceMetrics): Promise<readonly string[]> {
  return (await metrics.read()).text.split('\n').filter((line) => line.startsWith('expansion_'));
}

describe('the metrics of the service', () => {
  it('tell what the parts say when somebody reads', async () => {
    expect(await linesOf(metricsOf())).toEqual(
      expect.arrayContaining([
        'expansion_decision_log_waiting 3',
        'expansion_decision_log_written 40',
        'expansion_decision_log_dropped 1',
        'expansion_database_connections_in_use 7',
        'expansion_database_connections_waited_for 2',
        'expansion_notification_streams 5',
        'expansion_release_number 12',
        'expansion_quarantined_documents 1',
        'expansion_degraded 0',
      ]),
    );
  });

  it('count decisions by motion and offer, suppressions by code, and rules that failed', async () => {
    const metrics = metricsOf();
    metrics.decided(outcome('UPSELL', 1, ['HOLDOUT', 'HOLDOUT']), false);
    metrics.decided(outcome('UPSELL', 2, ['COOLDOWN']), false);
    metrics.decided(outcome('NONE', 0, ['HOLDOUT'], 2), true);
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining([
        'expansion_decisions_total{motion="UPSELL",offered="true",degraded="false"} 2',
        'expansion_decisions_total{motion="NONE",offered="false",degraded="true"} 1',
        'expansion_suppressed_offers_total{code="HOLDOUT"} 3',
        'expansion_suppressed_offers_total{code="COOLDOWN"} 1',
        'expansion_rule_errors_total 2',
        'expansion_degraded 1',
      ]),
    );
  });

  it('count requests by operation and end, and how long those took that were not turned away', async () => {
    const metrics = metricsOf();
    const done = { operation: 'recommendedOffers', priority: 'evaluations', ms: 4 };
    metrics.requestDone({ ...done, outcome: 'ok' });
    metrics.requestDone({ ...done, outcome: 'shed' });
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining([
        'expansion_requests_total{operation="recommendedOffers",outcome="ok"} 1',
        'expansion_shed_requests_total{priority="evaluations"} 1',
        'expansion_request_duration_seconds_bucket{le="0.005",operation="recommendedOffers"} 1',
        'expansion_request_duration_seconds_count{operation="recommendedOffers"} 1',
      ]),
    );
  });

  it('stay right when read twice', async () => {
    const metrics = metricsOf();
    metrics.decided(outcome('UPSELL', 1, []), false);
    expect(await linesOf(metrics)).toEqual(await linesOf(metrics));
  });

  it('have event loop lag and memory beside them', async () => {
    const { text } = await metricsOf().read();
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).toContain('process_resident_memory_bytes');
  });
});
