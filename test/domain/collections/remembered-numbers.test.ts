import { rememberedNumbers } from '../../../src/domain/collections/remembered-numbers';

it('makes the value of a number once', () => {
  const made: number[] = [];
  const write = rememberedNumbers((number) => `${made.push(number)}: ${number}`);
  expect([write(3), write(0.1 + 0.2), write(3), write(0.3)]).toEqual([
    '1: 3',
    '2: 0.30000000000000004',
    '1: 3',
    '3: 0.3',
  ]);
});

it('tells zero from minus zero', () => {
  const write = rememberedNumbers((number) => (Object.is(number, -0) ? 'minus zero' : 'zero'));
  expect([write(0), write(-0), write(0)]).toEqual(['zero', 'minus zero', 'zero']);
});

it('answers the same once it has begun anew', () => {
  const write = rememberedNumbers(String);
  const all = Array.from({ length: 10_000 }, (_, at) => at);
  expect(all.map(write)).toEqual(all.map(String));
  expect(all.map(write)).toEqual(all.map(String));
});
