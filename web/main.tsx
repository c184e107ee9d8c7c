import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Gate } from './shell/Gate.tsx';
import './shell/login.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Gate />
  </StrictMode>,
);
