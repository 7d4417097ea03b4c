// SPDX-License-Identifier: Apache-2.0
// Starts a merchant-store with a demo database of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Answers {url, stop()}. The store ends with its standard input, so none is left behind. */
export async function startStore(program, { orders = 120, delaySeconds = 4 } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'mc-e2e-store-'));
  const store = spawn(program, ['serve', '--listen', '127.0.0.1:0', '--data', data, '--demo', String(orders),
    '--processing-delay', String(delaySeconds), '--exit-with-stdin'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise(resolve => store.once('exit', resolve));
  const ready = await new Promise((resolve, reject) => {
    createInterface({ input: store.stdout }).once('line', line => resolve(JSON.parse(line)));
    store.once('error', reject);
    ended.then(code => reject(new Error(`merchant-store ended with ${code}`)));
  });
  return {
    url: ready.url,
    async stop() {
      store.stdin.end();
      const code = await ended;
      await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}
