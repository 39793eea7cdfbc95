/** Lets ops see what a draft would change before it does. */
import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { optionalId, requireId } from '../arguments';
import { simulationNotFound } from '../refusals';
import type { RequestContext } from '../request-context';
import { RequiresScope } from '../scope';
import { showSimulation, showStarted } from '../show-simulation';
import { Simulation, StartSimulationFields, StartSimulationPayload } from '../types/simulation';

const ID_ARGUMENT = { description: 'Its id, as `startSimulation` answered.' };

/** The draft against the release in force, over all accounts. */
@Resolver()
export class SimulationResolver {
  @RequiresScope('rules:read')
  @Query(() => Simulation, {
    nullable: true,
    description: 'How a simulation stands and what it found; null when there is none of this id.',
  })
  async simulation(
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Ctx() { services }: RequestContext,
  ): Promise<Simulation | null> {
    const found = await services.simulations.find(requireId('id', id));
    return found === null ? null : showSimulation(found);
  }

  @RequiresScope('rules:edit')
  @Mutation(() => StartSimulationPayload, {
    description:
      'Starts to decide on all accounts by the draft and by the release in force, beside live traffic; follow it with `simulation`.',
  })
  async startSimulation(
    @Arg('input', () => StartSimulationFields, {
      description: 'What to simulate, and the key under which it is started once.',
    })
    { audience, sample, at, idempotencyKey }: StartSimulationFields,
    @Ctx() { services, caller }: RequestContext,
  ): Promise<object> {
    const asked = {
      audience: optionalId('input.audience', audience),
      sample: sample ?? null,
      at: at ?? null,
      idempotencyKey,
    };
    return showStarted(await services.simulations.start(asked, caller.id));
  }

  @RequiresScope('rules:edit')
  @Mutation(() => Simulation, {
    description:
      'Stops a simulation; what it found until then stays. One that has ended stays as it ended. An unknown id is the error SIMULATION_NOT_FOUND.',
  })
  async cancelSimulation(
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
    @Ctx() { services }: RequestContext,
  ): Promise<Simulation> {
    const cancelled = await services.simulations.cancel(requireId('id', id));
    if (cancelled === null) throw simulationNotFound(id);
    return showSimulation(cancelled);
  }
}
