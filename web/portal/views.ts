export { OwnContractList as list } from './OwnContractList.tsx';
export { OwnContractShow as show } from './OwnContractShow.tsx';
