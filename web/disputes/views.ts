export { DisputeList as list } from './DisputeList.tsx';
export { DisputeShow as show } from './DisputeShow.tsx';
