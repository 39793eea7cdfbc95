/** Loaded into a watched service before anything else: collects garbage and tells its parent what is left, when asked. */
'use strict';

process.on('message', (question) => {
  if (question !== 'memory') return;
  global.gc();
  process.send(process.memoryUsage());
});
process.channel?.unref();
