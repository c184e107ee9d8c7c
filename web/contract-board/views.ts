export { ContractBoard as list } from './ContractBoard.tsx';
