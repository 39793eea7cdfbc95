/** Says what still counts on a day, whatever the metric's period: days begin once for thousands of decisions. */
import type { Timestamp } from '../accounts/account';
import type { MetricPeriod } from '../documents/kinds/metric-document';
import { firstDayOfPeriod } from '../usage/usage-period';
import { dayOf } from '../usage/utc-day';
import { DAY_MS } from './whole-days';

/** A UTC day with the first days of the periods that contain it. */
export class CountingDay {
  private static latest: CountingDay | undefined;
  private readonly monthFrom: string | null;
  private readonly rollingFrom: string | null;

  private constructor(
    /** Days since the epoch. */
    private readonly number: number,
    today: string,
  ) {
    this.monthFrom = firstDayOfPeriod('calendar-month', today);
    this.rollingFrom = firstDayOfPeriod('rolling-30d', today);
  }

  /** The day of a moment in milliseconds; the one asked for last is kept. Throws for a moment that no date can hold. */
  static of(now: number): CountingDay {
    const number = Math.floor(now / DAY_MS);
    if (CountingDay.latest?.number === number) return CountingDay.latest;
    return (CountingDay.latest = new CountingDay(number, dayOf(new Date(now).toISOString())));
  }

  /** Whether what was counted at a moment up to this day still counts on it. */
  counts(period: MetricPeriod, at: Timestamp): boolean {
    const first = period === 'calendar-month' ? this.monthFrom : this.rollingFrom;
    return period === 'none' || first === null || at >= first;
  }
}
