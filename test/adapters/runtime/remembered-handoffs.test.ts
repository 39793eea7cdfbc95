/** What people took on is read again only when it changed, and never forgets what it knew. */
import { RememberedHandoffs } from '../../../src/adapters/runtime/remembered-handoffs';
import type { MonthOfHandoffs } from '../../../src/application/respond/response-ports';

const JUNE = Date.parse('2026-06-30T23:59:59.999Z');
const JULY = JUNE + 1;

/** Counts of June that a test sets; the months read are noted. */
function aSource(counts: { ada: number }) {
  const read: string[] = [];
  const of = (month: string) => (month === '2026-06' ? counts.ada : 0);
  return {
    read,
    total: (month: string) => Promise.resolve(of(month)),
    ofMonth: (month: string): Promise<MonthOfHandoffs> => {
      read.push(month);
      return Promise.resolve({
        byOwner: new Map([['ada', of(month)]]),
        byOffer: new Map([['growth-plan', of(month)]]),
      });
    },
  };
}

it('knows an owner’s load and an offer’s, and of nobody’s owner only the offer’s', async () => {
  const memory = new RememberedHandoffs(aSource({ ada: 2 }), { now: () => JUNE });
  expect(memory.loadOf('ada', JUNE)).toEqual({ ofOwner: 0, ofOffer: new Map() });
  await memory.refresh();
  const ofOffer = new Map([['growth-plan', 2]]);
  expect(memory.loadOf('ada', JUNE)).toEqual({ ofOwner: 2, ofOffer });
  expect(memory.loadOf('grace', JUNE)).toEqual({ ofOwner: 0, ofOffer });
  expect(memory.loadOf(undefined, JUNE)).toEqual({ ofOwner: 0, ofOffer });
});

it('starts at none when the month does, before it has read the new one', async () => {
  let now = JUNE;
  const memory = new RememberedHandoffs(aSource({ ada: 2 }), { now: () => now });
  await memory.refresh();
  expect(memory.loadOf('ada', JULY).ofOwner).toBe(0);
  now = JULY;
  await memory.refresh();
  expect(memory.loadOf('ada', JULY).ofOwner).toBe(0);
});

it('reads the counts only when their total has grown', async () => {
  const counts = { ada: 2 };
  const source = aSource(counts);
  const memory = new RememberedHandoffs(source, { now: () => JUNE });
  await memory.refresh();
  await memory.refresh();
  expect(source.read).toEqual(['2026-06']);
  counts.ada = 3;
  await memory.refresh();
  expect(memory.loadOf('ada', JUNE).ofOwner).toBe(3);
});

it('keeps the newer of two refreshes, whichever ends last', async () => {
  const answers: ((counts: MonthOfHandoffs) => void)[] = [];
  let total = 1;
  const source = {
    total: () => Promise.resolve(total),
    ofMonth: () => new Promise<MonthOfHandoffs>((resolve) => answers.push(resolve)),
  };
  const memory = new RememberedHandoffs(source, { now: () => JUNE });
  const ofAda = (accepted: number) => ({
    byOwner: new Map([['ada', accepted]]),
    byOffer: new Map<string, number>(),
  });
  const older = memory.refresh();
  await Promise.resolve();
  total = 2;
  const newer = memory.refresh();
  while (answers.length < 2) await Promise.resolve();
  answers[1]?.(ofAda(2));
  await newer;
  answers[0]?.(ofAda(1));
  await older;
  expect(memory.loadOf('ada', JUNE).ofOwner).toBe(2);
});
