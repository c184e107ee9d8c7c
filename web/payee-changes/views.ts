export { ChangeList as list } from './ChangeList.tsx';
export { ChangeRequest as request } from './ChangeRequest.tsx';
export { ChangeShow as show } from './ChangeShow.tsx';
