/** Lets a release build overridden facts in the place of those that the account tells. */
import type { CompiledRelease } from '../decisions/compiled-release';
import type { GrowingFacts } from '../rules/fact-set';
import type { FactOverrides } from './override-facts';

/** The release itself where nothing is overridden. What is overridden is fresh, however old what it stands beside. */
export function overriddenRelease(release: CompiledRelease, overrides: FactOverrides): CompiledRelease {
  if (overrides.size === 0) return release;
  return {
    ...release,
    buildFacts: (snapshot, context, now) => forced(release.buildFacts(snapshot, context, now), overrides),
  };
}

function forced({ values, stale, now }: GrowingFacts, overrides: FactOverrides): GrowingFacts {
  const held = new Map(values);
  const left = new Set(stale);
  for (const [name, value] of overrides) {
    left.delete(name);
    if (value === null) held.delete(name);
    else held.set(name, value);
  }
  return { values: held, stale: left, now };
}
