export { BatchList as list } from './BatchList.tsx';
export { BatchPropose as propose } from './BatchPropose.tsx';
export { BatchShow as show } from './BatchShow.tsx';
