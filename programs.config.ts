import { defineConfig } from 'vite'

/**
 * Server and worker as they run in service: one file of ours each, packages as they are installed. A server that was
 * killed is back in half the time that it takes to read some hundred files through a loader.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    // What `tsc` has to say stands there too.
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      input: { server: 'server/main.ts', worker: 'worker/main.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'shared.mjs' },
    },
  },
})
