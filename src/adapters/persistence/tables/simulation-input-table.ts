/** The table of what simulations decide by: the draft as it was, and what people had taken on. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, type Dialect } from '../column-types';

/** JSON of a SimulationInput. */
export interface SimulationInputRow {
  readonly input: string;
}

/** Apart from the simulation, whose row is written every second. */
export function simulationInputTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'simulation_input',
    columns: {
      simulation_id: { ...keyType(dialect), primary: true },
      input: longTextType(dialect),
    },
  });
}
