import { compareIngredients } from './compare-ingredients.ts';
import { compareMeasuredContent, compareNetContent, compareNumber } from './compare-quantity.ts';
import { compareShelfLife } from './compare-shelf-life.ts';
import { compareExact, compareGtin, compareMarks, compareText } from './compare-text.ts';
import {
  type AttributeRule,
  type Attributes,
  CRITICALITIES,
  type Criticality,
  type Finding,
  found,
  OUTCOMES,
  type Surroundings,
} from './comparison.ts';

/** One row of a reviewer's table. */
export interface Comparison extends Finding {
  attribute: string;
  criticality: Criticality;
  /** As written down; null where nothing was. */
  sealed: string | null;
  shipped: string | null;
}

/**
 * A unit against the sealed sample, attribute by attribute: differences first, the worst of them on top, then what
 * could not be compared. It finds differences; that none is found does not say that the goods are the same.
 */
export function compareUnit(
  rules: readonly AttributeRule[],
  sealed: Attributes,
  shipped: Attributes,
  surroundings: Surroundings,
): Comparison[] {
  const rows = rules.flatMap((rule) => {
    const finding = compareAttribute(rule, sealed, shipped, surroundings);
    if (!finding) return [];
    return {
      ...finding,
      attribute: rule.attribute,
      criticality: finding.raisedTo ?? rule.criticality,
      sealed: sealed[sealedAttributeOf(rule)] ?? null,
      shipped: shipped[rule.attribute] ?? null,
    };
  });
  const weigh = ({ outcome, criticality }: Comparison) =>
    OUTCOMES.indexOf(outcome) * CRITICALITIES.length + CRITICALITIES.indexOf(criticality);
  return rows.toSorted((a, b) => weigh(a) - weigh(b));
}

/** Undefined where an optional attribute was looked for on neither side. */
export function compareAttribute(
  rule: AttributeRule,
  sealed: Attributes,
  shipped: Attributes,
  surroundings: Surroundings,
): Finding | undefined {
  const [of, on] = [sealed[sealedAttributeOf(rule)], shipped[rule.attribute]];
  const isMeasured = rule.comparator.by === 'measured_content';
  if (rule.isOptional && !on && (isMeasured || !of)) return undefined;
  if (of === undefined) return found('cannot_compare', 'not_sealed');
  if (on === undefined) return found('cannot_compare', 'not_recorded');
  const [hasOf, hasOn] = [of.trim() !== '', on.trim() !== ''];
  if (!hasOf && !hasOn) return found('same', 'on_neither');
  if (!hasOf) return found('different', 'not_on_sample');
  if (!hasOn) return found('different', 'not_on_unit');
  return compareTexts(rule, of, on, shipped, surroundings);
}

function compareTexts(
  { comparator }: AttributeRule,
  of: string,
  on: string,
  shipped: Attributes,
  { inspectedOn, toSimplified }: Surroundings,
): Finding {
  switch (comparator.by) {
    case 'exact':
      return compareExact(of, on);
    case 'text':
      return compareText(of, on, toSimplified);
    case 'number':
      return compareNumber(of, on, comparator.tolerance, toSimplified);
    case 'ingredients':
      return compareIngredients(of, on, toSimplified);
    case 'net_content':
      return compareNetContent(of, on, toSimplified);
    case 'measured_content':
      return compareMeasuredContent(of, on, toSimplified);
    case 'gtin':
      return compareGtin(of, on);
    case 'marks':
      return compareMarks(of, on, toSimplified);
    case 'shelf_life':
      return compareShelfLife(
        {
          sealed: of,
          shipped: on,
          producedOn: shipped[comparator.producedIn],
          expiresOn: shipped[comparator.expiresIn],
          inspectedOn,
          minimumLeftBps: comparator.minimumLeftBps,
        },
        toSimplified,
      );
  }
}

const sealedAttributeOf = ({ attribute, comparator }: AttributeRule): string =>
  comparator.by === 'measured_content' ? comparator.declaredIn : attribute;
