import { ReadBudget } from '../../../src/adapters/runtime/read-budget';

const never = () => new Promise<string>(() => undefined);

describe('the time that reads have', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('changes nothing of a read that answers in time, or fails', async () => {
    const budget = new ReadBudget(100);
    await expect(budget.within(Promise.resolve('a'))).resolves.toBe('a');
    await expect(budget.within(Promise.reject(new TypeError('x')))).rejects.toThrow('x');
  });

  it('is each read’s own, counted from its beginning', async () => {
    const budget = new ReadBudget(100);
    const ends: string[] = [];
    const start = (name: string) => budget.within(never()).catch(() => void ends.push(name));
    void start('first');
    await jest.advanceTimersByTimeAsync(60);
    void start('second');
    await jest.advanceTimersByTimeAsync(40);
    expect(ends).toEqual(['first']);
    await jest.advanceTimersByTimeAsync(59);
    expect(ends).toEqual(['first']);
    await jest.advanceTimersByTimeAsync(1);
    expect(ends).toEqual(['first', 'second']);
  });

  it('ends with the fault of a database that is away', async () => {
    const late = expect(new ReadBudget(100).within(never())).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
    });
    await jest.advanceTimersByTimeAsync(100);
    await late;
  });

  it('leaves no timer behind once nothing is asked', async () => {
    const budget = new ReadBudget(100);
    await budget.within(Promise.resolve('a'));
    await jest.advanceTimersByTimeAsync(100);
    expect(jest.getTimerCount()).toBe(0);
  });
});
