export { AcceptPage as accept } from './AcceptPage.tsx';
export { OwnContractList as list } from './OwnContractList.tsx';
export { OwnContractShow as show } from './OwnContractShow.tsx';
export { ReadingPage as read } from './ReadingPage.tsx';
