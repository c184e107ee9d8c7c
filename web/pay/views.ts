export { AdjustmentList as adjustments } from './AdjustmentList.tsx';
export { FeeList as fees } from './FeeList.tsx';
export { FineList as fines } from './FineList.tsx';
export { RecoupList as recoups } from './RecoupList.tsx';
