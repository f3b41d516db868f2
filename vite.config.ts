import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The team's app; served at /app/ by our own server, which in development stands behind `server.proxy`. */
export default defineConfig({
  root: 'src/web',
  base: '/app/',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 700 },
  server: {
    port: 5173,
    // All but the app itself: the API, sign-in, files, the public pages.
    proxy: { '^/(?!app/)': `http://localhost:${process.env.PORT ?? 3000}` },
  },
})
