export { ContractCreate as create, ContractEdit as edit } from './ContractInputs.tsx';
export { ContractList as list } from './ContractList.tsx';
export { ContractShow as show } from './ContractShow.tsx';
export { ComponentsPage as components } from './components/ComponentsPage.tsx';
export { DraftEditor as draft } from './DraftEditor.tsx';
export { DiffPage as diff } from './diff/DiffPage.tsx';
export { ReviewPage as review } from './review/ReviewPage.tsx';
