// SPDX-License-Identifier: Apache-2.0
// node live.mjs BIN_DIR WORK_DIR: the three flows against a real Vendure, asserted inside Vendure itself.
import assert from 'node:assert/strict';
import path from 'node:path';
import { until, stopAll } from './lib/processes.mjs';
import { Store } from './lib/store.mjs';
import { Vendure } from './lib/vendure.mjs';

const [binaries, folder] = process.argv.slice(2);
const results = [];
let vendure, store;

async function check(name, run) {
    const begun = Date.now();
    let error;
    try { await run(); } catch (caught) { error = caught.message; }
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    results.push({ name, ok: !error });
    console.log(`${error ? 'FAIL' : 'ok  '}  ${seconds.padStart(5)} s  ${name}${error ? `\n      ${error}` : ''}`);
}

const inStore = code => until(`${code} is in the store`, () => store.order(code), 30);
const last = order => order.cancellations.at(-1);
const outcome = (code, state) => until(`${code} is ${state}`, async () => {
    const order = await store.order(code);
    return last(order)?.state === state && order;
}, 60);
const refunded = code => until(`${code} is refunded`, async () => {
    const order = await store.order(code);
    return ['refunded', 'voided'].includes(order.paymentStatus) && order;
}, 60);
const settledRefunds = order => order.payments.flatMap(each => each.refunds).filter(each => each.state === 'Settled')
    .reduce((sum, each) => sum + each.total, 0);

async function imports() {
    const [authorized, settled, shipped, cancelled] = [await vendure.place('authorize-only'), await vendure.place('settle-at-once'),
        await vendure.place('settle-at-once'), await vendure.place('settle-at-once')];
    await vendure.ship(shipped.id, 'TRK-1');
    await vendure.cancel(cancelled.id, 'Duplicate');
    process.env.MERCHANT_STORE_ENGINE_SECRET = 'wrong';
    const add = ['engine', 'add', 'vendure', '--url', vendure.url, '--user', 'superadmin'];
    assert.throws(() => store.command(...add), 'a wrong password is noticed');
    delete process.env.MERCHANT_STORE_ENGINE_SECRET;
    const id = store.command(...add, '--secret-file', store.secretFile('vendure-password', vendure.password));
    assert.match(store.command('engine', 'test', id), /4 order/);
    await until('all orders are imported', async () => (await store.orders()).size === 4, 30);
    const orders = await store.orders();
    assert.deepEqual([authorized, settled, shipped, cancelled].map(each => orders.get(each.code).itemStatus),
        ['not_shipped', 'not_shipped', 'shipped', 'cancelled']);
    assert.deepEqual([authorized, settled].map(each => orders.get(each.code).paymentStatus), ['authorized', 'paid']);
    assert.equal(orders.get(settled.code).totalMinor, settled.totalWithTax);
    assert.equal(orders.get(settled.code).customer.name, 'Zoë Müller');
    assert.equal(orders.get(shipped.code).shipments[0].trackingNumber, 'TRK-1');
    assert.match(store.command('engine', 'list'), /\tworking/);
}

async function merchantCancels() { // Flow 1, as the dashboard sends it.
    const order = await vendure.place('settle-at-once');
    await inStore(order.code);
    await store.cancel(order.code, { reasonCode: 'out_of_stock', comments: 'internal: supplier is late', commentsForCustomer: false });
    const done = await outcome(order.code, 'succeeded');
    assert.equal(done.itemStatus, 'cancelled');
    await refunded(order.code);
    const there = await vendure.order(order.id);
    assert.equal(there.state, 'Cancelled');
    assert.deepEqual(await vendure.reasons(order.id), [last(done).reasonText]);
    assert.ok(!JSON.stringify(there.history).includes('supplier'), 'staff comments stay in the store');
    assert.equal(settledRefunds(there), order.totalWithTax);
}

async function supportCancelsOnBehalf() { // Flow 2, as the detail page sends it.
    const order = await vendure.place('authorize-only');
    await inStore(order.code);
    await store.cancel(order.code, { reasonCode: 'ordered_by_mistake', comments: 'called us', onBehalfOfCustomer: true, channel: 'phone' });
    const done = await outcome(order.code, 'succeeded');
    assert.equal(last(done).requestedBy, 'support');
    assert.equal(last(done).comments, 'called us');
    await refunded(order.code);
    const there = await vendure.order(order.id);
    assert.equal(there.state, 'Cancelled');
    assert.deepEqual(there.payments.map(each => each.state), ['Cancelled']);
    assert.deepEqual(await vendure.reasons(order.id), [last(done).reasonText]);
}

async function customerCancels() { // Flow 3, from the link of the mail.
    const order = await vendure.place('settle-at-once');
    await inStore(order.code);
    const page = await store.cancelAsCustomer(order.code, { reason: 'ordered_by_mistake', comments: 'Two clicks, sorry <b>' });
    assert.match(page, /Cancellation requested|Cancelled/);
    assert.match(page, /Two clicks, sorry &lt;b&gt;/);
    const done = await outcome(order.code, 'succeeded');
    assert.equal(last(done).requestedBy, 'customer');
    await refunded(order.code);
    const there = await vendure.order(order.id);
    assert.equal(there.state, 'Cancelled');
    assert.deepEqual(await vendure.reasons(order.id), [last(done).reasonText]);
    assert.equal(settledRefunds(there), order.totalWithTax);
}

async function partOfAnOrder() {
    const order = await vendure.place('settle-at-once', { quantity: 3 });
    const before = await inStore(order.code);
    const line = before.lines[0];
    await store.cancel(order.code, { reasonCode: 'out_of_stock', lines: [{ lineId: line.id, quantity: 1 }] });
    await outcome(order.code, 'succeeded');
    const there = await until('the part is refunded', async () => {
        const now = await vendure.order(order.id);
        return settledRefunds(now) > 0 && now;
    }, 30);
    assert.equal(there.state, 'PaymentSettled');
    assert.deepEqual(there.lines.map(each => each.quantity).sort(), [2, 3]);
    assert.equal(settledRefunds(there), line.unitPriceMinor);
    await until('the store shows the part', async () => (await store.order(order.code)).paymentStatus === 'partially_refunded', 30);
}

async function packedParcelIsCalledBack() {
    const order = await vendure.place('settle-at-once');
    const parcel = await vendure.pack(order.id, 'TRK-PACKED');
    await until('it shows as packed', async () => (await store.order(order.code))?.itemStatus === 'packed', 30);
    await store.cancel(order.code, { reasonCode: 'other' });
    await outcome(order.code, 'succeeded');
    const there = await vendure.order(order.id);
    assert.equal(there.state, 'Cancelled');
    assert.equal(there.fulfillments.find(each => each.id === parcel).state, 'Cancelled');
}

async function shippedFirst() {
    const order = await vendure.place('settle-at-once');
    await inStore(order.code);
    await store.cancel(order.code, { reasonCode: 'ordered_by_mistake' }); // Waits for --processing-delay …
    await vendure.ship(order.id, 'TRK-FAST'); // … and the parcel is faster.
    const done = await outcome(order.code, 'rejected');
    assert.equal(last(done).rejection, 'shipped');
    assert.equal(last(done).refund?.state ?? 'none', 'none');
    await until('it shows as shipped', async () => (await store.order(order.code)).itemStatus === 'shipped', 30);
    const there = await vendure.order(order.id);
    assert.equal(there.state, 'Shipped');
    assert.deepEqual(there.payments.map(each => [each.state, each.refunds.length]), [['Settled', 0]]);
    assert.deepEqual(await vendure.reasons(order.id), []);
}

async function cancelledInVendure() {
    const order = await vendure.place('settle-at-once');
    await inStore(order.code);
    await vendure.cancel(order.id, 'Fraud');
    await until('the store shows it', async () => (await store.order(order.code)).itemStatus === 'cancelled', 30);
    assert.equal((await store.order(order.code)).cancellations.length, 0);
}

async function laterChangesArrive() {
    const order = await vendure.place('authorize-only');
    const shows = (key, value) => until(`${key} is ${value}`, async () => (await store.order(order.code))?.[key] === value, 30);
    await shows('paymentStatus', 'authorized');
    await vendure.settle(order.id);
    await shows('paymentStatus', 'paid');
    const parcel = await vendure.pack(order.id, 'TRK-LATER');
    await shows('itemStatus', 'packed');
    await vendure.moveParcel(parcel, 'Shipped');
    await shows('itemStatus', 'shipped');
    await vendure.moveParcel(parcel, 'Delivered');
    await shows('itemStatus', 'delivered');
    assert.equal((await store.order(order.code)).shipments[0].trackingNumber, 'TRK-LATER');
}

async function vendureIsDown() {
    const order = await vendure.place('settle-at-once');
    await inStore(order.code);
    await vendure.halt();
    await until('the store notices', () => /unreachable/.test(store.command('engine', 'list')), 30);
    await store.cancel(order.code, { reasonCode: 'ordered_by_mistake' });
    await until('it was tried', async () => ['requested', 'processing'].includes(last(await store.order(order.code)).state), 10);
    await vendure.boot();
    assert.ok(['requested', 'processing'].includes(last(await store.order(order.code)).state), 'open while Vendure was down');
    await outcome(order.code, 'succeeded');
    await refunded(order.code);
    await vendure.signIn();
    const there = await vendure.order(order.id);
    assert.equal(there.state, 'Cancelled');
    assert.equal(settledRefunds(there), order.totalWithTax);
    await until('the store says so', () => /\tworking/.test(store.command('engine', 'list')), 30);
}

const begun = Date.now();
try {
    vendure = await Vendure.open(path.join(folder, 'vendure'));
    store = await Store.open(path.join(binaries, 'merchant-store'), folder, ['--engine-interval', '1', '--processing-delay', '2']);
    await check('orders are imported with their states and amounts', imports);
    await check('flow 1: the merchant cancels, captured money is refunded', merchantCancels);
    await check('flow 2: support cancels on behalf, an authorisation is voided', supportCancelsOnBehalf);
    await check('flow 3: the customer cancels on their page', customerCancels);
    await check('a part of an order is cancelled and refunded', partOfAnOrder);
    await check('a packed parcel is called back', packedParcelIsCalledBack);
    await check('shipped first: rejected, nothing refunded', shippedFirst);
    await check('cancelled in Vendure: shown in the store', cancelledInVendure);
    await check('settled, packed, shipped, delivered later: shown in the store', laterChangesArrive);
    await check('Vendure is down: the request waits and succeeds', vendureIsDown);
} catch (error) {
    results.push({ name: 'set-up', ok: false });
    console.log(`FAIL  set-up: ${error.stack}`);
} finally {
    await store?.server?.stop();
    await vendure?.stop().catch(() => {});
    await stopAll();
}
const failed = results.filter(each => !each.ok).length;
console.log(JSON.stringify({ live: 'vendure', version: '3.7.3', checks: results.length, failed, seconds: Math.round((Date.now() - begun) / 1000) }));
process.exit(failed ? 1 : 0);
