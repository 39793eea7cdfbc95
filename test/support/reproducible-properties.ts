/** Draws the same cases in every CI run, so that what was green stays green; elsewhere every run draws new ones. */
import fc from 'fast-check';

/** In CI a failure is told at once, with the seed and path that replay it: looking for a smaller case can take for ever. */
if (process.env['CI'] === 'true')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_121, endOnFailure: true });
