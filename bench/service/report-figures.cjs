/** Loaded into a measured process before anything else: tells its parent, when asked, what that process has used. */
'use strict';
const { monitorEventLoopDelay } = require('node:perf_hooks');

/** Finer would cost an idle process a hundredth of a core, which is counted as its requests'. */
const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

/** CPU in microseconds since the start; the longest time between two turns of the event loop in milliseconds since last asked. */
function figures() {
  const { user, system } = process.cpuUsage();
  const longestBlockMillis = delay.max / 1e6;
  delay.reset();
  return { cpuMicros: user + system, longestBlockMillis };
}

/** Bytes in use after what is no longer needed was collected, where the process was started with --expose-gc. */
function memory() {
  global.gc?.();
  delay.reset();
  const { heapUsed, rss, arrayBuffers } = process.memoryUsage();
  return { heapUsed, rss, arrayBuffers };
}

process.on('message', (question) => {
  if (question === 'figures') process.send(figures());
  if (question === 'memory') process.send(memory());
});
process.channel?.unref();
