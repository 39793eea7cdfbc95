/** Loaded into a measured process before anything else: tells its parent how much CPU it has used, when asked. */
'use strict';

process.on('message', (question) => {
  if (question === 'cpu') process.send({ cpu: process.cpuUsage() });
});
process.channel?.unref();
