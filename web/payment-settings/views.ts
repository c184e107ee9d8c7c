export { PaymentSettings as list } from './PaymentSettings.tsx';
