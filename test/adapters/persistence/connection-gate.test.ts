import { setTimeout as wait } from 'node:timers/promises';
import { ConnectionGate } from '../../../src/adapters/persistence/connection-gate';

const gateOf = (connections: number, queueLimit: number, acquireTimeoutMs: number) =>
  new ConnectionGate({ connections, queueLimit, acquireTimeoutMs });

describe('the gate before the connections', () => {
  it('lets in as many as there are connections, the others in turn', async () => {
    const gate = gateOf(3, 100, 1_000);
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    const visit = (index: number) =>
      gate.run(async () => {
        most = Math.max(most, (inside += 1));
        order.push(index);
        await wait(1);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 30 }, (_, index) => visit(index)));
    expect([most, inside]).toEqual([3, 0]);
    expect(order).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  it('refuses at once when too many wait, and after the time limit otherwise', async () => {
    const gate = gateOf(1, 2, 50);
    const ended: string[] = [];
    const holding = gate.run(() => wait(200)).then(() => ended.push('held'));
    const enter = (name: string) =>
      gate
        .run(async () => 'in')
        .catch((error: Error) => {
          ended.push(name);
          return error.message;
        });
    const waiting = [enter('waited'), enter('waited')];
    await enter('turned away');
    for (const message of await Promise.all(waiting)) expect(message).toContain('waited 50 ms');
    await holding;
    expect(ended).toEqual(['turned away', 'waited', 'waited', 'held']);
  });

  it('works as before once the jam is over, also after work that threw', async () => {
    const gate = gateOf(1, 1, 20);
    await expect(gate.run(() => Promise.reject(new Error('work')))).rejects.toThrow('work');
    const holding = gate.run(() => wait(60));
    await expect(gate.run(async () => 'in')).rejects.toThrow('waited');
    await holding;
    expect(await gate.run(async () => 'in')).toBe('in');
  });
});
