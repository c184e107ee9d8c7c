export { BrandCreate as create, BrandEdit as edit } from './BrandInputs.tsx';
export { BrandList as list } from './BrandList.tsx';
export { BrandShow as show } from './BrandShow.tsx';
