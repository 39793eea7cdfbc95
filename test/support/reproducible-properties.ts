/** Draws the same cases in every CI run, so that what was green stays green; elsewhere every run draws new ones. */
import fc from 'fast-check';

if (process.env['CI'] === 'true') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_121 });
