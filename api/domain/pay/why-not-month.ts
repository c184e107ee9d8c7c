import { isMonth } from '../month.ts';
import { type PlacedReason, placed } from '../placed-reason.ts';
import { lastDay, monthOf } from './calendar.ts';
import type { MonthInput } from './month-facts.ts';
import { isInForceWithin, scopeKey } from './scope.ts';
import { whyNotComponents } from './why-not-components.ts';

/** Why a month cannot be computed: components or facts that contradict themselves, and where. Facts that are only not ready are listed, not refused. */
export function whyNotMonth(input: MonthInput): PlacedReason | undefined {
  if (!isMonth(input.month)) return placed('month', 'not_a_month', 'the month is none');
  if (input.openingFen > 0) {
    return placed('openingFen', 'opening_above_zero', 'only a negative balance is carried into a month');
  }
  return (
    whyNotComponents(input.components, input.anchorPartyId) ??
    whyNotModes(input) ??
    whyNotDays(input) ??
    whyNotItems(input) ??
    whyNotWithheld(input)
  );
}

/** The higher of base and commission is of a whole month: nobody can say which part of it the commission of a day is. */
function whyNotModes({ components, month }: MonthInput): PlacedReason | undefined {
  const held = components.filter((component) => isInForceWithin(component, month));
  const at = components.findIndex(
    (component) =>
      component.type === 'base_or_commission' &&
      held.includes(component) &&
      held.some(
        (other) =>
          other.type === 'base_plus_commission' && scopeKey(other.scope) === scopeKey(component.scope),
      ),
  );
  return at < 0
    ? undefined
    : placed(
        `components.${at}`,
        'base_modes_meet',
        'base-or-commission and base-plus-commission meet in one month: change from one to the other at the start of a month',
      );
}

function whyNotDays({ month, streams, fees, fines }: MonthInput): PlacedReason | undefined {
  const end = lastDay(month);
  const stream = streams.findIndex(
    ({ day, minutes }) => day > end || !Number.isSafeInteger(minutes) || minutes < 0,
  );
  if (stream >= 0) {
    return placed(
      `streams.${stream}`,
      'stream_out_of_place',
      'lies after the month or lasts less than nothing',
    );
  }
  const fee = fees.findIndex(({ day }) => day > end);
  if (fee >= 0) return placed(`fees.${fee}`, 'fee_after_month', 'lies after the month');
  const fine = fines.findIndex(
    ({ amountFen, notifiedOn, day }) => amountFen <= 0 || (notifiedOn ?? day) < day,
  );
  return fine < 0
    ? undefined
    : placed(`fines.${fine}`, 'fine_out_of_place', 'is of nothing or was notified before it happened');
}

function whyNotItems({ recoupItems, fines, components }: MonthInput): PlacedReason | undefined {
  const at = recoupItems.findIndex(
    ({ amountFen, recoupedFen }) => amountFen <= 0 || recoupedFen < 0 || recoupedFen > amountFen,
  );
  if (at >= 0) {
    return placed(
      `recoupItems.${at}`,
      'more_recouped_than_given',
      'has been taken back more than it was given',
    );
  }
  const stray = recoupItems.findIndex(
    ({ componentId }) => components.find(({ id }) => id === componentId)?.type !== 'recoup',
  );
  if (stray >= 0) {
    return placed(`recoupItems.${stray}`, 'no_component', 'no component lets it be taken back');
  }
  const fine = fines.findIndex(
    ({ componentId }) => components.find(({ id }) => id === componentId)?.type !== 'fine',
  );
  return fine < 0 ? undefined : placed(`fines.${fine}`, 'no_component', 'no component lets it be taken');
}

function whyNotWithheld({ withheld, month }: MonthInput): PlacedReason | undefined {
  const early = withheld.findIndex((fact) => fact.month >= month || monthOf(fact.releaseOn) <= fact.month);
  if (early >= 0) {
    return placed(
      `withheld.${early}`,
      'release_before_withheld',
      'would go back before the month it was withheld in has ended',
    );
  }
  const over = withheld.findIndex(
    ({ withheldFen, releasedFen, forfeitedFen }) =>
      withheldFen <= 0 || releasedFen < 0 || forfeitedFen < 0 || releasedFen + forfeitedFen > withheldFen,
  );
  return over < 0
    ? undefined
    : placed(`withheld.${over}`, 'more_released_than_withheld', 'more came out than was put in');
}
