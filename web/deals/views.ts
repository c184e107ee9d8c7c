export { DealCreate as create, DealEdit as edit } from './DealInputs.tsx';
export { DealList as list } from './DealList.tsx';
export { DealShow as show } from './DealShow.tsx';
