import { type Finding, found, foundAlike, type Tolerance } from './comparison.ts';
import { normaliseText } from './normalise-text.ts';
import { permittedShortage, SHORTAGE_SOURCE } from './permitted-shortage.ts';
import { type Quantity, readQuantity, sayMillionths, totalMillionths } from './quantity.ts';

type ToSimplified = (text: string) => string;

/** A measure with a tolerance of this house. A rule whose tolerance is no quantity is a bug and throws. */
export function compareNumber(
  sealed: string,
  shipped: string,
  tolerance: Tolerance,
  toSimplified: ToSimplified,
): Finding {
  const pair = readBoth(sealed, shipped, toSimplified);
  if ('outcome' in pair) return pair;
  const [of, on] = pair;
  if (of.dimension !== on.dimension) return found('cannot_compare', 'other_dimension');
  const difference = totalMillionths(on) - totalMillionths(of);
  if (difference === 0) return foundAlike(sealed, shipped);
  const values = { difference: sayMillionths(difference, of.dimension), rule: 'house' };
  return isWithin(Math.abs(difference), of, tolerance)
    ? found('within_tolerance', 'within_house_tolerance', values)
    : found('different', 'beyond_house_tolerance', values);
}

/** What the pack declares: the content and its pieces. There is no tolerance between two declarations. */
export function compareNetContent(sealed: string, shipped: string, toSimplified: ToSimplified): Finding {
  const pair = readBoth(sealed, shipped, toSimplified);
  if ('outcome' in pair) return pair;
  const [of, on] = pair;
  const values = { sealed: say(of), shipped: say(on) };
  if (of.dimension !== on.dimension || totalMillionths(of) !== totalMillionths(on))
    return found('different', 'net_content_differs', values);
  if (of.pieces !== on.pieces) return found('different', 'pieces_differ', values);
  return foundAlike(sealed, shipped);
}

/**
 * What a package was found to hold against what the sealed sample declares, by the shortage the law permits a single
 * package. More than declared is no difference. One package does not judge a batch: its average is judged elsewhere.
 */
export function compareMeasuredContent(
  declared: string,
  measured: string,
  toSimplified: ToSimplified,
): Finding {
  const pair = readBoth(declared, measured, toSimplified);
  if ('outcome' in pair) return pair;
  const [of, on] = pair;
  if (of.dimension !== on.dimension) return found('cannot_compare', 'other_dimension');
  const permitted = permittedShortage(of);
  if (permitted === undefined) return found('cannot_compare', 'no_permitted_shortage');
  const shortage = totalMillionths(of) - totalMillionths(on);
  if (shortage <= 0) return found('same', 'holds_what_it_declares');
  const values = {
    shortage: sayMillionths(shortage, of.dimension),
    permitted: sayMillionths(permitted * of.pieces, of.dimension),
    rule: `${SHORTAGE_SOURCE.law} ${SHORTAGE_SOURCE.place}`,
    status: SHORTAGE_SOURCE.status,
  };
  return shortage <= permitted * of.pieces
    ? found('within_tolerance', 'within_permitted_shortage', values)
    : found('different', 'beyond_permitted_shortage', values);
}

function readBoth(
  sealed: string,
  shipped: string,
  toSimplified: ToSimplified,
): readonly [Quantity, Quantity] | Finding {
  const texts = [sealed, shipped].map((text) => normaliseText(text, toSimplified));
  const [of, on] = texts.map(readQuantity);
  if (!of) return found('cannot_compare', 'not_a_quantity', { where: 'sealed' });
  if (!on) return found('cannot_compare', 'not_a_quantity', { where: 'shipped' });
  return [of, on];
}

function isWithin(difference: number, of: Quantity, tolerance: Tolerance): boolean {
  if (tolerance.kind === 'share')
    return BigInt(difference) * 10_000n <= BigInt(totalMillionths(of)) * BigInt(tolerance.bps);
  const allowed = readQuantity(tolerance.quantity);
  if (!allowed || allowed.dimension !== of.dimension)
    throw new Error(`the tolerance ${tolerance.quantity} does not fit a ${of.dimension}`);
  return difference <= totalMillionths(allowed);
}

const say = (quantity: Quantity): string =>
  `${quantity.pieces > 1 ? `${quantity.pieces} × ` : ''}${sayMillionths(quantity.millionths, quantity.dimension)}`;
