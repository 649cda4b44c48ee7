import type { SetUp } from './server.js';
import { program } from './server.js';

export const setUpOxigraph: SetUp = (_folder, [port]) => ({
  command: program('OXIGRAPH'),
  needs: [program('OXIGRAPH')],
  args: ['serve', '--location', 'database', '--bind', `127.0.0.1:${port}`],
  endpoints: {
    gsp: `http://127.0.0.1:${port}/store`,
    query: `http://127.0.0.1:${port}/query`,
    update: `http://127.0.0.1:${port}/update`,
  },
});
