/** Words of clauses that speak of what no answer means. */
const ABOUT_SILENCE =
  /视为.{0,6}(同意|确认|认可|无异议)|逾期.{0,12}(未|不).{0,8}(异议|答复|回复|确认)|deemed|silence/i;

/** The clauses that may say what silence means come first, else in their own order; a person chooses. */
export function sortClauses<Clause extends { body: string }>(clauses: readonly Clause[]): Clause[] {
  const isLikely = ({ body }: Clause) => ABOUT_SILENCE.test(body);
  return [...clauses.filter(isLikely), ...clauses.filter((clause) => !isLikely(clause))];
}
