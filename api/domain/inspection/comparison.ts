import type { FindingCode } from './finding-words.ts';

/** How bad a difference is: a critical one refuses at once and may open a substitution case. */
export const CRITICALITIES = ['critical', 'major', 'minor'] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** How a reviewer finds it; nothing here says that two goods are the same, only that no difference was found. */
export const OUTCOMES = ['different', 'cannot_compare', 'within_tolerance', 'same_meaning', 'same'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an attribute is compared by; tolerances are part of the rule. */
export type Comparator =
  | { by: 'exact' }
  | { by: 'text' }
  | { by: 'number'; tolerance: Tolerance }
  | { by: 'ingredients' }
  | { by: 'net_content' }
  /** A measured content against the content the sealed sample declares in another attribute. */
  | { by: 'measured_content'; declaredIn: string }
  | { by: 'gtin' }
  | { by: 'shelf_life'; producedIn: string; expiresIn: string; minimumLeftBps: number }
  | { by: 'marks' };

/** `absolute`: a quantity with its unit (`0.5 cm`). Measured by people of this house, so marked as its own rule. */
export type Tolerance = { kind: 'absolute'; quantity: string } | { kind: 'share'; bps: number };

export interface AttributeRule {
  attribute: string;
  name: { zh: string; en: string };
  criticality: Criticality;
  comparator: Comparator;
  /** Says nothing where neither the sample nor the unit has it. */
  isOptional: boolean;
}

/** What was written down of a sealed sample or of a unit; an empty text: looked for, and there is none. */
export type Attributes = Readonly<Record<string, string>>;

export interface Surroundings {
  /** The day of the inspection, `2026-05-01`. */
  inspectedOn: string;
  /** Writes traditional characters as simplified; the domain itself has no dictionary. */
  toSimplified: (text: string) => string;
}

/** What a comparator finds; `code` and `values` are a key of the catalogues and what goes into it (`sayFinding`). */
export interface Finding {
  outcome: Outcome;
  code: FindingCode;
  values: Readonly<Record<string, string>>;
  parts?: readonly PartChange[];
  /** Worse than the rule says: goods past their day are critical in every category. */
  raisedTo?: Criticality;
}

/** One entry of a list that is not as it was; places count from 1. */
export interface PartChange {
  change: 'added' | 'removed' | 'moved_up' | 'moved_down';
  part: string;
  sealedPlace: number | null;
  shippedPlace: number | null;
}

export const found = (
  outcome: Outcome,
  code: FindingCode,
  values: Readonly<Record<string, string>> = {},
): Finding => ({ outcome, code, values });

/** Nothing differs: as it was written, or as it was meant. */
export const foundAlike = (sealed: string, shipped: string): Finding =>
  sealed.trim() === shipped.trim() ? found('same', 'same') : found('same_meaning', 'written_otherwise');
