export { PromiseCreate as create, PromiseEdit as edit } from './PromiseInputs.tsx';
export { PromiseList as list } from './PromiseList.tsx';
export { PromiseShow as show } from './PromiseShow.tsx';
