import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Gate } from './shell/Gate.tsx';
import { Verify } from './shell/Verify.tsx';
import './shell/login.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>{location.pathname === '/verify' ? <Verify /> : <Gate />}</StrictMode>,
);
