// SPDX-License-Identifier: Apache-2.0
// node vendure.mjs WORK_DIR ORDERS SEED: a Vendure with so many orders that were placed and paid through its Shop API, then
// started anew as a shop runs it. Prints one line of JSON when it serves and ends with its standard input.
import { stopAll } from '../../live/vendure/lib/processes.mjs';
import { Vendure } from '../../live/vendure/lib/vendure.mjs';

const [folder, orders, seed] = [process.argv[2], +process.argv[3], +process.argv[4]];
const PRODUCTS = 60; // of 1,000 pieces each: enough for ten thousand orders
const AT_ONCE = 8;
const FIRST = ['Anna', 'Béla', 'Chloé', 'Dmitri', 'Fatima', 'Hiroko', 'José', 'Katarzyna', 'Liam', 'Olu', 'Priya', 'Zoë'];
const LAST = ["O'Brien", 'Müller', 'García', 'Nowak', 'Smith', 'Jensen', 'Kovács', 'Dubois', 'Okafor', 'Sharma', 'de Vries', 'Rossi'];

process.env.NODE_ENV = 'production'; // Handed on to the server.

/// A generator for one order, so that what is drawn does not depend on who comes first.
function drawing(i) {
    let state = (Math.imul(seed, 1_000_003) + i) | 0;
    return count => {
        state = (state + 0x6D2B79F5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
    };
}

async function placeOne(vendure, i) {
    const draw = drawing(i), customer = draw(FIRST.length * LAST.length), variants = new Set();
    for (let lines = 1 + draw(3); variants.size < lines;) variants.add(vendure.variants[draw(vendure.variants.length)]);
    // In the order of their ids, so that two orders of one moment do not wait for each other's stock.
    await vendure.place('settle-at-once', {
        quantity: 1 + draw(3), variants: [...variants].sort((a, b) => a - b), firstName: FIRST[customer % FIRST.length],
        lastName: LAST[Math.floor(customer / FIRST.length)], emailAddress: `customer${customer}@example.test` });
}

async function placeAll(vendure) {
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        while (next < orders) {
            const i = next++;
            if (i % 500 === 499) console.error(`${i + 1} orders placed`);
            await placeOne(vendure, i);
        }
    }));
}

let vendure;
async function end(code) {
    await vendure?.stop();
    await stopAll();
    process.exit(code);
}
process.stdin.on('end', () => end(0)).resume();

try {
    // What is answered survives a crash, as it does in merchant-store.
    vendure = await Vendure.open(folder, { settings: ['fsync=on', 'shared_buffers=256MB'], products: PRODUCTS });
    const begun = Date.now();
    await placeAll(vendure);
    const placing = (Date.now() - begun) / 1000;
    await vendure.server.stop();
    vendure.postgres.tidy();
    await vendure.boot({ hasJobs: false });
    await vendure.signIn();
    console.log(JSON.stringify({ port: vendure.port, token: vendure.admin.token, placing,
        server: vendure.server.child.pid, postgres: vendure.postgres.pid }));
} catch (error) {
    console.error(error);
    await end(1);
}
