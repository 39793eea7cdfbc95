/** Measures what every engine pays in any case: reading an account's facts. */
import { COLUMN_FACTS } from '../workload/workload-columns';
import type { EngineUnderTest } from './engine-under-test';

const NOTHING: readonly string[] = [];
const keyOf = String;

/** Parsing the facts of one account from their JSON text. */
export const PARSE_FLOOR: EngineUnderTest = {
  name: 'floor: JSON.parse of the facts',
  decides: false,
  prepare: () => ({
    about: ({ values }) => {
      const text = JSON.stringify(Object.fromEntries(values));
      return () => (JSON.parse(text) === null ? [text] : NOTHING);
    },
    keyOf,
  }),
};

/** Looking each fact up once. */
export const READ_FLOOR: EngineUnderTest = {
  name: 'floor: reading the facts',
  decides: false,
  prepare: () => ({
    about:
      ({ values }) =>
      () => {
        for (const name of COLUMN_FACTS) if (values.get(name) === undefined) return [name];
        return NOTHING;
      },
    keyOf,
  }),
};
