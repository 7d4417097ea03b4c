// SPDX-License-Identifier: Apache-2.0
// Child processes with logs, and waiting for conditions instead of times.
import { spawn, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';

const running = new Set();

/// Starts a program; the returned object ends it by its process id.
export function start(name, command, args, { env = {}, logFile }) {
    const log = fs.openSync(logFile, 'a');
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', log] });
    let output = '';
    child.stdout.on('data', data => { output += data; fs.writeSync(log, data); });
    const exited = new Promise(resolve => child.on('exit', code => { running.delete(handle); resolve(code); }));
    const handle = {
        name, child, exited,
        get output() { return output; },
        get isRunning() { return child.exitCode === null && child.signalCode === null; },
        async stop(signal = 'SIGTERM') {
            if (!this.isRunning) return;
            child.kill(signal);
            const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
            await exited;
            clearTimeout(late);
        },
    };
    running.add(handle);
    return handle;
}

export async function stopAll() {
    for (const handle of [...running].reverse()) await handle.stop();
}

/// Polls until `check` gives something true; fails with `what` after `seconds`.
export async function until(what, check, seconds = 60) {
    const end = Date.now() + seconds * 1000;
    let last;
    for (;;) {
        try { const value = await check(); if (value) return value; last = value; } catch (error) { last = error.message; }
        if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s (last: ${JSON.stringify(last)})`);
        await new Promise(resolve => setTimeout(resolve, 150));
    }
}

export function freePort() {
    return new Promise((resolve, reject) => {
        const server = net.createServer().on('error', reject);
        server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => resolve(port)); });
    });
}

export const run = (command, args, options = {}) => execFileSync(command, args, { encoding: 'utf8', ...options });
