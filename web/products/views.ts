export { ProductCreate as create, ProductEdit as edit } from './ProductInputs.tsx';
export { ProductList as list } from './ProductList.tsx';
export { ProductShow as show } from './ProductShow.tsx';
