/** One line of `npm run bench`: seconds against a floor taken in the same run. */
export interface BenchResult {
  name: string;
  floorSeconds: number;
  seconds: number;
  ratio: number;
  target: number;
  rssMb: number;
}
