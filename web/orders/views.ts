export { GapsPage as gaps } from './GapsPage.tsx';
export { OrderList as list } from './OrderList.tsx';
export { OrderShow as show } from './OrderShow.tsx';
