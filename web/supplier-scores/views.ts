export { SupplierList as list } from './SupplierList.tsx';
export { SupplierShow as show } from './SupplierShow.tsx';
