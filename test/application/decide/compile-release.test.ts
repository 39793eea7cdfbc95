/** Making a release ready: what is broken is named and left out, the rest answers. */
import type { DocumentKind } from '../../../src/domain/documents/document-kind';
import type { StoredDocument } from '../../../src/domain/documents/release';
import { ask, fates } from '../../support/decisions-ask';
import { ALWAYS, documentsOf, recommend, rule, TOOLS, type Draft } from '../../support/decisions-release';
import { compileStored, sha256, storedOf } from '../../support/stored-documents';

const stored = (draft: Draft = {}): StoredDocument[] => storedOf(documentsOf(draft));

const compile = (...documents: readonly StoredDocument[]) => compileStored(documents, TOOLS);

const broken = (kind: DocumentKind, key: string, text = '{'): StoredDocument => ({
  kind,
  key,
  hash: sha256(text),
  text,
});

describe('a release', () => {
  it('decides from its stored texts', async () => {
    const release = compile(...stored());
    expect([release.number, release.quarantined]).toEqual([3, []]);
    expect(fates(await ask(release))).toEqual({ 'growth-plan': 'offered' });
  });

  it.each<DocumentKind>(['fact', 'metric', 'plan', 'topic', 'offer', 'audience', 'rule', 'policy', 'test'])(
    'answers although a %s cannot be read, and names it',
    async (kind) => {
      const release = compile(...stored(), broken(kind, 'bad'));
      expect(release.quarantined).toMatchObject([{ kind, key: 'bad' }]);
      expect(fates(await ask(release))).toMatchObject({ 'growth-plan': 'offered' });
    },
  );

  it('says of an offer that cannot be read that it is kept out', async () => {
    expect(fates(await ask(compile(...stored(), broken('offer', 'bad'))))).toMatchObject({
      bad: 'RULE_ERROR',
    });
  });

  it('reports a rule that cannot be read with every decision', async () => {
    const { ruleErrors } = await ask(compile(...stored(), broken('rule', 'bad')));
    expect(ruleErrors).toMatchObject([{ ruleKey: 'bad' }]);
  });

  it('leaves out a rule whose audience does not exist, not the others', async () => {
    const lost = rule(
      'lost',
      { all: [{ condition: 'nobody' }] },
      recommend('growth-plan', { signal: 'MILESTONE' }),
    );
    const whole = rule('whole', ALWAYS, recommend('growth-plan', { signal: 'MILESTONE' }));
    expect(fates(await ask(compile(...stored({ rule: [lost, whole] }))))).toEqual({
      'growth-plan': 'offered',
    });
  });

  it('keeps back the offers of a guardrail that was written past the checks', async () => {
    const guardrail = rule(
      'no-such-fact',
      { all: [{ fact: 'account.moon', operator: 'equal', value: 'full' }] },
      { type: 'suppress', params: { code: 'SUPPRESSED_BY_RULE', notices: false } },
    );
    const release = compile(
      ...stored(),
      ...stored({ rule: [guardrail] }).filter(({ key }) => key === 'no-such-fact'),
    );
    expect(release.quarantined).toMatchObject([
      { kind: 'rule', key: 'no-such-fact', message: expect.stringContaining('account.moon') as string },
    ]);
    expect(fates(await ask(release))).toEqual({ 'growth-plan': 'RULE_ERROR' });
  });

  it('without a policy that can be read is refused whole', () => {
    const documents = stored().filter(({ kind }) => kind !== 'policy');
    expect(() => compile(...documents, broken('policy', 'default'))).toThrow('no readable policy `default`');
  });
});
