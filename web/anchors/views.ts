export { AnchorCreate as create, AnchorEdit as edit } from './AnchorInputs.tsx';
export { AnchorList as list } from './AnchorList.tsx';
export { AnchorShow as show } from './AnchorShow.tsx';
