import type { Trx } from '../../db/connect.ts';
import { readSettledMonths } from '../../db/queries/contract-income.ts';
import { readVersionText } from '../../db/queries/contract-texts.ts';
import { readContract } from '../../db/queries/contracts.ts';
import { contractFigures, type FigureFacts, readIncome } from '../domain/contract-figures.ts';
import { checkTermsAgainstText } from '../domain/contract-terms-check.ts';
import type { Identity } from '../domain/identity.ts';
import { readTerms } from '../domain/read-terms.ts';
import type { ProposedTerm, TermField, TermValue } from '../domain/read-terms-shape.ts';
import { found } from '../http/route.ts';
import { gatherReplay } from './replay-shares.ts';
import { readVersion, type VersionPlace } from './take-step.ts';

/** What the text seems to agree on, each with its sentence, and where the share terms entered say something else. */
export async function showProposedTerms(trx: Trx, identity: Identity, place: VersionPlace) {
  const { rules } = await readVersion(trx, identity, place);
  const { text, clauses } = (await readVersionText(trx, place.versionId))!;
  return {
    terms: readTerms(text),
    mismatches: checkTermsAgainstText(text, clauses, rules).map(({ start, end, quote, words }) => ({
      start,
      end,
      quote,
      reason: words.reason,
    })),
  };
}

/** The contract in this anchor's figures; what is not known is said to be missing, never guessed. */
export async function showFigures(
  trx: Trx,
  identity: Identity,
  { contractId, versionId }: VersionPlace,
  fairBps: number | undefined,
) {
  const isAnchor = identity.role === 'anchor';
  const contract = found(
    await readContract(trx, contractId, { seesInternals: !isAnchor }),
    'contract',
    contractId,
  );
  found(
    contract.versions.find(({ id }) => id === versionId),
    'version',
    versionId,
  );
  const { text } = (await readVersionText(trx, versionId))!;
  const months = await readSettledMonths(trx, contract.anchorId);
  const share = isAnchor ? null : await gatherReplay(trx, contract, versionId, { months, fairBps });
  const figures = contractFigures({ ...factsOf(readTerms(text), months), share });
  return { income: readIncome(months) ?? null, figures };
}

type Said<F extends TermField> = Extract<TermValue, { field: F }>;

function factsOf(terms: readonly ProposedTerm[], months: FigureFacts['months']): Omit<FigureFacts, 'share'> {
  const said = <F extends TermField>(field: F): Said<F>[] =>
    terms.flatMap(({ value }) => (value.field === field ? [value as Said<F>] : []));
  const penalties = said('penalty').filter(({ bearer }) => bearer !== 'company');
  return {
    months,
    penalty: {
      penalties: penalties.flatMap(({ penalty }): FigureFacts['penalty']['penalties'] => {
        if (penalty.kind === 'amount') return [penalty];
        if (penalty.kind !== 'multiple' || (penalty.of !== 'earned' && penalty.of !== 'monthly')) return [];
        return [{ kind: 'multiple', timesBps: penalty.timesBps, of: penalty.of }];
      }),
      isHigherOf: penalties.some(({ isHigherOf }) => isHigherOf),
      lossFen: null,
    },
    duties: {
      minutesPerDay: said('minutes_per_day')[0]?.minutes ?? null,
      minutesPerMonth: said('minutes_per_month')[0]?.minutes ?? null,
      daysPerMonth: said('days_per_month')[0]?.days ?? null,
      depositFen: said('deposit').find(({ amountFen }) => amountFen !== null)?.amountFen ?? null,
      finesFen: said('fine').map(({ amountFen }) => amountFen),
      finesBooked: null,
      deductions: said('deduction').map(({ what, rateBps }) => ({ what, rateBps })),
    },
  };
}
