import { type Fen, fen, formatRate } from '../money.ts';
import { type SharePart, splitBase } from '../settlement.ts';
import { monthOf } from './calendar.ts';
import type { FeeSplit } from './entry.ts';
import { sumFen } from './exact.ts';
import type { MonthInput } from './month-facts.ts';
import { entryOf, type Outcome, refOf } from './outcome.ts';
import { componentFor, ofType } from './scope.ts';
import { type Said, say, yuan } from './words.ts';

const FEES = { slot_fee: { zh: '坑位费', en: 'slot fee' }, service_fee: { zh: '服务费', en: 'service fee' } };

/** Divides each slot or service fee by the waterfall of its own component; a fee given back is divided alike, negative. */
export function shareFees(input: MonthInput): Outcome & { feeSplits: FeeSplit[] } {
  const components = ofType(input.components, 'fee_share');
  const outcome: Outcome & { feeSplits: FeeSplit[] } = { entries: [], notTaken: [], feeSplits: [] };
  for (const fee of input.fees) {
    const own = components.filter((component) => component.of === fee.of);
    const component = componentFor(own, fee);
    const source = refOf('fee', fee.feeId, fee.amountFen);
    const words = FEES[fee.of];
    if (!component) {
      const text = {
        zh: `${words.zh} ${fee.ref} ${yuan(fee.amountFen)} 元：合同无对应的分配约定`,
        en: `${words.en} ${fee.ref} of ${yuan(fee.amountFen)}: no component shares it`,
      };
      outcome.notTaken.push({
        ...{ componentId: null, source, code: 'no_component', isFinal: false },
        explanation: { zh: `${text.zh}。`, en: `${text.en}.` },
      });
      continue;
    }
    const amounts = splitBase(fee.amountFen, component.parts);
    const parts = component.parts.map(({ partyId }, at) => ({ partyId, amountFen: amounts[at]! }));
    outcome.feeSplits.push({ feeId: fee.feeId, componentId: component.id, parts });
    const amountFen = sumFen(
      parts.filter(({ partyId }) => partyId === input.anchorPartyId),
      (part) => part.amountFen,
    );
    if (amountFen === 0) continue;
    const said = tellPart(component.parts, amounts, input.anchorPartyId, fee.amountFen);
    outcome.entries.push(
      entryOf(input, component, {
        key: `pay:${component.id}:fee:${fee.feeId}`,
        kind: 'fixed',
        amountFen,
        concernsMonth: monthOf(fee.day),
        sourceRefs: [source],
        explanation: say(component.clause, {
          zh: `${words.zh} ${fee.ref} ${yuan(fee.amountFen)} 元，${said.zh} = ${yuan(amountFen)} 元`,
          en: `${words.en} ${fee.ref} ${yuan(fee.amountFen)}, ${said.en} = ${yuan(amountFen)}`,
        }),
      }),
    );
  }
  return outcome;
}

/** The arithmetic of one party's part: what its rate is of, and the rate. */
function tellPart(parts: readonly SharePart[], amounts: readonly Fen[], partyId: number, feeFen: Fen): Said {
  const at = parts.findIndex((part) => part.partyId === partyId);
  const { rateBps, takesFrom } = parts[at]!;
  if (rateBps === null) return { zh: '其余部分（含尾差）', en: 'the rest, odd fen included' };
  const beforeFen = sumFen(
    amounts.filter((_, place) => place < at && parts[place]!.rateBps !== null),
    (amount) => amount,
  );
  const ofFen = takesFrom === 'base' ? feeFen : fen(feeFen - beforeFen);
  const rate = `${yuan(ofFen)} × ${formatRate(rateBps)}`;
  return takesFrom === 'base'
    ? { zh: `${rate}（不足一分舍去）`, en: `${rate} (cut to whole fen)` }
    : {
        zh: `扣除前列各方后 ${rate}（不足一分舍去）`,
        en: `of what the parts before left ${rate} (cut to whole fen)`,
      };
}
