import { EN_US, read, render } from './render-template';

describe('words of an industry', () => {
  const words = { seats: 'clinicians', seat: 'clinician', 'team members': 'nurses' };

  it.each([
    ['your seats', 'your clinicians'],
    ['Seats left', 'Clinicians left'],
    ['One seat, two seats.', 'One clinician, two clinicians.'],
    ['seat-based', 'clinician-based'],
    ['Team members and team members', 'Nurses and nurses'],
    ['unseat the seatsafe', 'unseat the seatsafe'],
    ['seat_count', 'seat_count'],
    ['éseats', 'éseats'],
  ])('%s becomes %s', (text, other) => {
    expect(render(text, {}, EN_US, words)).toBe(other);
  });

  it('never touch placeholders or values', () => {
    const text = '{{usage.seats.used}} seats of {{name}}';
    expect(read(text, words).placeholders).toEqual(['usage.seats.used', 'name']);
    expect(render(text, { 'usage.seats.used': 4, name: 'Best seats' }, EN_US, words)).toBe(
      '4 clinicians of Best seats',
    );
  });

  it('are replaced once, not one after the other', () => {
    expect(render('a b', {}, EN_US, { a: 'b', b: 'a' })).toBe('b a');
  });

  it.each([
    [{ 'c++': 'rust' }, 'write c++ here', 'write rust here'],
    [{ '.*': 'x' }, 'all of it', 'all of it'],
    [{ constructor: 'builder' }, 'toString constructor', 'toString builder'],
    [{ seats: '$& $1' }, 'seats', '$& $1'],
    [{ seats: 'straße' }, 'Seats', 'Straße'],
    [{}, 'seats', 'seats'],
  ])('are text, not patterns: %j', (odd, text, other) => {
    expect(render(text, {}, EN_US, odd as Record<string, string>)).toBe(other);
  });
});
