import { defineConfig } from 'vite'

const page = (name: string): string =>
  decodeURIComponent(new URL(`./${name}/index.html`, import.meta.url).pathname)

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Both would write scripts or data into the page, which its Content-Security-Policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { wall: page('wall'), home: page('home') } },
  },
})
