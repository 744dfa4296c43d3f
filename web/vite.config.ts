import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The server writes a new nonce into each answer of index.html; styles that a page makes itself carry it.
  html: { cspNonce: "{{nonce}}" },
  build: {
    target: "es2022",
    outDir: process.env.PAGES_OUT ?? "../build/pages",
    emptyOutDir: true,
    // Fonts and pictures as files: the Content-Security-Policy takes no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npm run dev` beside a running `collega serve`.
  server: { proxy: { "/api": "http://localhost:8080", "/demo.json": "http://localhost:8080" } },
});
