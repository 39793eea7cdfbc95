/** Reads from its metrics how much processor time a service has used. */
import { KEY } from './service-process';

const CPU_SECONDS = /^process_cpu_seconds_total ([\d.e+-]+)$/m;

/** Seconds of processor time since its start, of all its threads. Throws when it does not tell. */
export async function serverCpuSeconds(url: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${KEY}` } });
  const seconds = CPU_SECONDS.exec(await answer.text())?.[1];
  if (seconds === undefined) throw new Error(`the metrics (${answer.status}) do not tell the processor time`);
  return Number(seconds);
}
