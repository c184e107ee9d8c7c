export { ContractCreate as create, ContractEdit as edit } from './ContractInputs.tsx';
export { ContractList as list } from './ContractList.tsx';
export { ContractShow as show } from './ContractShow.tsx';
export { DraftEditor as draft } from './DraftEditor.tsx';
