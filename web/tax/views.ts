export { InputList as inputs } from './InputList.tsx';
export { ProfileList as profiles } from './ProfileList.tsx';
export { TaxPage as list } from './TaxPage.tsx';
export { WithholdingList as withholdings } from './WithholdingList.tsx';
