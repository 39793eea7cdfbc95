/** Checks that treatments can be drawn. */
import { error } from '../documents/found';
import type { Check } from './check';

/** Keys are unique and at least one weight is above 0. */
export const treatments: Check = (subject) => {
  if (subject.kind !== 'offer') return [];
  const keys = subject.document.treatments.map(({ key }) => key);
  const repeated = keys.flatMap((key, i) =>
    keys.indexOf(key) < i
      ? [error('DUPLICATE_TREATMENT', `/treatments/${i}/key`, `The treatment \`${key}\` is there twice.`)]
      : [],
  );
  const isDrawable = subject.document.treatments.some(({ weight }) => weight > 0);
  const nothing = error('NO_WEIGHT', '/treatments', 'All weights are 0, so that no treatment is ever shown.');
  return isDrawable ? repeated : [...repeated, nothing];
};
