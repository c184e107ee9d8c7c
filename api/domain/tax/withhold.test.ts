import { describe, expect, it } from 'vitest';
import {
  OWN_VECTORS,
  pick,
  readSharedTables,
  readSharedVectors,
} from '../../cli/withhold-vectors.testing.ts';
import type { Bracket } from './brackets.ts';
import { REGIME_NAMES } from './regime.ts';
import { BUSINESS_TABLES } from './tables/business.ts';
import { COMPREHENSIVE_BRACKETS } from './tables/comprehensive.ts';
import { LABOUR_TABLES } from './tables/labour.ts';
import { NON_RESIDENT_TABLES } from './tables/non-resident.ts';
import { REGIMES, withhold } from './withhold.ts';

const sharedVectors = readSharedVectors();
const sharedTables = readSharedTables();

describe('withhold', () => {
  it.each(OWN_VECTORS)('answers $regime $inputs to the fen', (vector) => {
    expect(pick(withhold(vector.regime, vector.inputs).outputs, vector)).toEqual(vector.expected);
  });

  it.runIf(sharedVectors)('answers every shared vector by its own names', () => {
    for (const vector of sharedVectors!)
      expect({ id: vector.id, ...pick(withhold(vector.regime, vector.inputs).outputs, vector) }).toEqual({
        id: vector.id,
        ...vector.expected,
      });
  });

  it.runIf(sharedTables)('has the brackets as they are printed', () => {
    const yuan = (bracket: Bracket) => [
      bracket.upToFen === null ? '' : String(bracket.upToFen / 100),
      bracket.rateBps / 10_000,
      bracket.quickFen / 100,
    ];
    const printed = (name: string) =>
      sharedTables!
        .filter(([table]) => table === name)
        .map(([, upTo, rate, quick]) => [upTo, Number(rate), Number(quick)]);
    expect(COMPREHENSIVE_BRACKETS.map(yuan)).toEqual(printed('T1'));
    expect(LABOUR_TABLES[0]!.brackets.map(yuan)).toEqual(printed('T2'));
    expect(NON_RESIDENT_TABLES[0]!.brackets.map(yuan)).toEqual(printed('T3'));
    expect(BUSINESS_TABLES[0]!.brackets.map(yuan)).toEqual(printed('TB'));
  });

  it('has a vector of its own for every regime that answers from amounts alone', () => {
    const without = REGIME_NAMES.filter((name) => !OWN_VECTORS.some(({ regime }) => regime === name));
    expect(without).toEqual(['studio_invoice', 'natural_person_vat_withholding']);
    expect(Object.keys(REGIMES)).toEqual([...REGIME_NAMES]);
  });

  it('tells every working in both languages, and ends with where the rule stands and how sure that is', () => {
    for (const { regime, inputs } of OWN_VECTORS) {
      const { steps, tables } = withhold(regime, inputs);
      for (const { text, textEn } of steps) {
        expect(text).toMatch(/\p{Script=Han}/u);
        expect(textEn).not.toMatch(/\p{Script=Han}|undefined|NaN/u);
        expect(text).not.toMatch(/undefined|NaN/);
      }
      const told = steps.filter(({ key }) => key === 'source').map(({ values }) => values.zh);
      expect(told.toSorted()).toEqual(
        tables.flatMap(({ sources }) => sources.map(({ zh }) => zh)).toSorted(),
      );
    }
  });

  it('says when no date was given and the newest table answered', () => {
    const keys = (inputs: object) => withhold('royalty', inputs).steps.map(({ key }) => key);
    expect(keys({ income: '5000' })).toContain('table_newest');
    expect(keys({ income: '5000', paidOn: '2026-05-31' })).not.toContain('table_newest');
  });
});
