import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy } from './src/tooling/content-security-policy.mjs'
import { writeNotFoundPage, writeServiceWorker } from './src/tooling/offline-files.mjs'
import { oneFirstChunk } from './src/tooling/one-first-chunk.mjs'

/** Writes the policy into the built page only: hot reloading in development needs inline scripts. */
function writeContentSecurityPolicy(): Plugin {
  return {
    name: 'floatpath:content-security-policy',
    apply: 'build',
    transformIndexHtml: (html) =>
      html.replace(
        '<meta charset="utf-8" />',
        (charset) =>
          `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`,
      ),
  }
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    writeContentSecurityPolicy(),
    oneFirstChunk(),
    writeServiceWorker(),
    writeNotFoundPage(),
  ],
  build: {
    target: 'es2023',
    // The policy allows no data: URL for fonts, scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1' },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    passWithNoTests: true,
  },
})
