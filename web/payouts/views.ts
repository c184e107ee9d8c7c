export { PayoutList as list } from './PayoutList.tsx';
export { PayoutShow as show } from './PayoutShow.tsx';
