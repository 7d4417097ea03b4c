// SPDX-License-Identifier: Apache-2.0
// node record.mjs: writes what a real Vendure answers to the connector's own operations into
// tests/store/engines/recorded, for the tests that replay it. Needs `npm ci` first; see run.sh.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopAll } from './lib/processes.mjs';
import { Vendure } from './lib/vendure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const out = path.join(root, 'tests/store/engines/recorded');
// The selection is the connector's, so that a recording never knows more than it asks for.
const source = fs.readFileSync(path.join(root, 'store/engines/vendure/vendureorder.cpp'), 'utf8');
const FIELDS = /return uR"\(([^"]+)\)"_s;/.exec(source)[1];
const ANSWER = '__typename ... on Order { id } ... on Fulfillment { id } ... on Payment { id } ... on Refund { id } ... on ErrorResult { errorCode message }';
const LOGIN = 'mutation($user: String!, $password: String!) { login(username: $user, password: $password, rememberMe: true) { __typename ... on ErrorResult { errorCode message } } }';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mc-record-'));
fs.chmodSync(folder, 0o755);
const vendure = await Vendure.open(folder);
const url = `${vendure.url}/admin-api`;

async function ask(query, variables, { token = vendure.admin.token, name } = {}) {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const json = await answer.json();
    if (name) fs.writeFileSync(path.join(out, `${name}.json`), JSON.stringify(json, null, 1) + '\n');
    return json.data?.answer;
}
const order = (name, id) => ask(`query($id: ID!) { order(id: $id) { ${FIELDS} } }`, { id }, { name });
const mutate = (name, field, type, input) => ask(`mutation($input: ${type}!) { answer: ${field}(input: $input) { ${ANSWER} } }`, { input }, { name });
const cancel = (name, orderId, more = {}) => mutate(name, 'cancelOrder', 'CancelOrderInput', { orderId, reason: 'Ordered by mistake', cancelShipping: true, ...more });
const byId = (name, field, id, more = '') => ask(`mutation($id: ID!) { answer: ${field}(id: $id${more}) { ${ANSWER} } }`, { id }, { name });
const recall = (name, id) => byId(name, 'transitionFulfillmentToState', id, ', state: "Cancelled"');
const settled = options => vendure.place('settle-at-once', { lines: 3, ...options });
const payment = async id => (await vendure.order(id)).payments[0];

async function signIn() {
    await ask(LOGIN, { user: 'superadmin', password: vendure.password }, { name: 'login', token: '' });
    await ask(LOGIN, { user: 'superadmin', password: 'wrong' }, { name: 'login-wrong', token: '' });
    await ask('query($id: ID!) { order(id: $id) { id } }', { id: '1' }, { name: 'forbidden', token: '' });
    await ask('{ nope }', {}, { name: 'validation-failed' });
    await ask('{ activeChannel { code } orders(options: {take: 1, filter: {orderPlacedAt: {isNull: false}}}) { totalItems } }', {}, { name: 'probe' });
    await order('order-unknown', '999999');
}

async function states() {
    await order('order-paymentauthorized', (await vendure.place('authorize-only')).id);
    await order('order-paymentsettled', (await settled()).id);
    for (const [state, isPart] of [['Shipped', false], ['Delivered', false], ['Shipped', true], ['Delivered', true]]) {
        const { id } = await settled();
        const parcel = await vendure.pack(id, `TRK-${id}`, isPart ? 1 : 3);
        await vendure.moveParcel(parcel, 'Shipped');
        if (state === 'Delivered') await vendure.moveParcel(parcel, 'Delivered');
        await order(`order-${isPart ? 'partially' : ''}${state.toLowerCase()}`, id);
    }
}

async function wholeStory() {
    const { id } = await settled();
    await order('settled-before', id);
    const parcel = await vendure.pack(id, 'TRK-PACKED');
    await order('settled-packed', id);
    await recall('answer-recalled', parcel);
    await order('settled-recalled', id);
    await cancel('answer-cancelled', id);
    await order('settled-cancelled', id);
    await cancel('answer-cancelled-again', id);
    const paid = await payment(id);
    const refund = (name, amount) => mutate(name, 'refundOrder', 'RefundOrderInput',
        { paymentId: paid.id, amount, reason: 'Order cancelled (key-1)', lines: [], shipping: 0, adjustment: 0 });
    await refund('answer-refund-too-much', paid.amount + 1);
    const started = await refund('answer-refund-started', paid.amount);
    await order('settled-refund-pending', id);
    await mutate('answer-refund-settled', 'settleRefund', 'SettleRefundInput', { id: started.id, transactionId: 'key-1' });
    await order('settled-refunded', id);
}

async function races() {
    const shipped = await settled();
    await vendure.ship(shipped.id, 'TRK-LATE');
    await order('race-shipped', shipped.id);
    await cancel(null, shipped.id);
    await order('race-shipped-and-cancelled', shipped.id);
    const late = await settled();
    const parcel = await vendure.pack(late.id, 'TRK-LATE');
    await order('late-packed', late.id);
    await vendure.moveParcel(parcel, 'Shipped');
    await recall(null, parcel);
    await order('late-recalled', late.id);
    const edited = await settled();
    await ask('mutation($id: ID!) { answer: transitionOrderToState(id: $id, state: "Modifying") { __typename } }', { id: edited.id });
    await order('modifying', edited.id);
    await cancel('answer-while-modifying', edited.id);
    await order('modifying-after', edited.id);
}

async function partsAndAuthorisations() {
    const part = await settled({ quantity: 3 });
    await order('partial-before', part.id);
    const line = (await vendure.order(part.id)).lines[0].id;
    await cancel('answer-cancelled-partly', part.id, { lines: [{ orderLineId: line, quantity: 1 }], cancelShipping: false });
    await order('partial-after', part.id);
    await cancel('answer-too-many', part.id, { lines: [{ orderLineId: line, quantity: 99 }] });
    const { id } = await vendure.place('authorize-only');
    await cancel(null, id);
    await order('authorized-cancelled', id);
    await ask('mutation($id: ID!) { answer: refundOrder(input: {paymentId: $id, amount: 1, reason: "x"}) { __typename } }', { id: (await payment(id)).id }, { name: 'internal-error' });
    await byId('answer-voided', 'cancelPayment', (await payment(id)).id);
    await order('authorized-voided', id);
}

try {
    fs.mkdirSync(out, { recursive: true });
    for (const part of [signIn, states, wholeStory, races, partsAndAuthorisations]) await part();
} finally {
    await vendure.stop();
    await stopAll();
    fs.rmSync(folder, { recursive: true, force: true });
}
