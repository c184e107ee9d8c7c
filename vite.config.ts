import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screens. `__NONCE__` is replaced per request by the server that sends index.html. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8787' } },
});
