// SPDX-License-Identifier: Apache-2.0
// A Vendure server with a PostgreSQL of its own in a private folder, and what is done with its two APIs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, run, start, until } from './processes.mjs';

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const asPostgres = process.getuid() === 0; // PostgreSQL refuses to run as root.

function postgresBin() {
    if (process.env.PGBIN) return process.env.PGBIN;
    const versions = fs.readdirSync('/usr/lib/postgresql').sort((a, b) => a - b);
    return `/usr/lib/postgresql/${versions.at(-1)}/bin`;
}

async function startPostgres(folder, settings) {
    const bin = postgresBin(), data = path.join(folder, 'pgdata');
    const socket = fs.mkdtempSync(path.join(os.tmpdir(), 'mcpg-')); // Socket paths must be short.
    fs.mkdirSync(data);
    const prefix = asPostgres ? ['runuser', '-u', 'postgres', '--'] : [];
    if (asPostgres) for (const each of [folder, data, socket]) run('chown', ['postgres', each]);
    const call = args => [...prefix, ...args];
    const [first, ...rest] = call([`${bin}/initdb`, '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']);
    run(first, rest, { stdio: 'ignore', cwd: '/' });
    const [program, ...args] = call([`${bin}/postgres`, '-D', data, '-k', socket, '-c', 'listen_addresses=', ...settings.flatMap(each => ['-c', each])]);
    const wrapper = start('postgres', program, args, { logFile: path.join(folder, 'postgres.log') });
    await until('PostgreSQL answers', () => { run(`${bin}/pg_isready`, ['-q', '-h', socket]); return true; }, 30);
    run(`${bin}/psql`, ['-q', '-h', socket, '-U', 'postgres', '-c', 'create database vendure']);
    const pid = +fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0];
    const tidy = () => run(`${bin}/psql`, ['-q', '-h', socket, '-U', 'postgres', '-d', 'vendure', '-c', 'vacuum analyze']);
    return { socket, pid, tidy, async stop() {
        if (wrapper.isRunning) process.kill(pid, 'SIGINT'); // runuser does not hand signals on.
        await wrapper.exited;
        fs.rmSync(socket, { recursive: true, force: true });
    } };
}

class Api {
    constructor(url) { this.url = url; this.token = ''; }
    async call(query, variables = {}) {
        const headers = { 'content-type': 'application/json' };
        if (this.token) headers.authorization = `Bearer ${this.token}`;
        const answer = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
        this.token = answer.headers.get('vendure-auth-token') || this.token;
        const json = await answer.json();
        if (json.errors) throw new Error(json.errors.map(e => e.message).join('; '));
        for (const value of Object.values(json.data))
            if (value?.errorCode) throw new Error(`${value.errorCode}: ${value.message}`);
        return json.data;
    }
}

const ERROR = '... on ErrorResult { errorCode message }';
const PLACE = `mutation($customer: CreateCustomerInput!, $address: CreateAddressInput!, $shipping: [ID!]!, $payment: PaymentInput!) {
  setCustomerForOrder(input: $customer) { __typename ${ERROR} }
  setOrderShippingAddress(input: $address) { __typename ${ERROR} }
  setOrderShippingMethod(shippingMethodId: $shipping) { __typename ${ERROR} }
  transitionOrderToState(state: "ArrangingPayment") { __typename ${ERROR} }
  addPaymentToOrder(input: $payment) { __typename ... on Order { id code state totalWithTax } ${ERROR} } }`;
const ORDER = `query($id: ID!) { order(id: $id) { id code state totalWithTax
  lines { id quantity orderPlacedQuantity } payments { id state amount refunds { id state total } }
  fulfillments { id state } history(options: {take: 100}) { items { type data } } } }`;

export class Vendure {
    /// `settings`: of PostgreSQL; what a test writes need not outlive a crash.
    static async open(folder, { settings = ['fsync=off'], products = 3 } = {}) {
        const vendure = new Vendure();
        Object.assign(vendure, { folder, products, password: 'live-test-password' });
        vendure.postgres = await startPostgres(folder, settings);
        vendure.port = await freePort();
        await vendure.boot({ isFresh: true });
        vendure.admin = new Api(`${vendure.url}/admin-api`);
        await vendure.signIn();
        const { shippingMethods, productVariants } = await vendure.admin.call('{ shippingMethods { items { id } } productVariants(options: {take: 100}) { items { id } } }');
        vendure.shipping = shippingMethods.items.map(each => each.id);
        vendure.variants = productVariants.items.map(each => each.id);
        return vendure;
    }
    get url() { return `http://127.0.0.1:${this.port}`; }
    /// Without jobs it is the server alone, as a shop runs it that has its worker elsewhere.
    async boot({ isFresh = false, hasJobs = true } = {}) {
        const env = { LIVE_PORT: `${this.port}`, LIVE_DATA: this.folder, LIVE_SOCKET: this.postgres.socket,
            LIVE_FRESH: isFresh ? '1' : '', LIVE_JOBS: hasJobs ? '1' : '', LIVE_PRODUCTS: `${this.products}`, LIVE_PASSWORD: this.password, VENDURE_DISABLE_TELEMETRY: 'true' };
        this.server = start('vendure', process.execPath, [path.join(here, 'server.js')], { env, logFile: path.join(this.folder, 'vendure.log') });
        await until('Vendure serves', () => {
            if (!this.server.isRunning) throw new Error('Vendure ended; see vendure.log');
            return this.server.output.includes('ready');
        }, 180);
    }
    /// Stops the server, not its database.
    async halt() { await this.server.stop('SIGKILL'); }
    async stop() { await this.server?.stop(); await this.postgres?.stop(); }
    async signIn() {
        await this.admin.call(`mutation($p: String!) { login(username: "superadmin", password: $p) { __typename ${ERROR} } }`, { p: this.password });
    }

    /// Places an order as a guest of the shop. `pay`: "authorize-only" or "settle-at-once".
    async place(pay, { quantity = 2, lines = 2, variants = this.variants.slice(0, lines), firstName = 'Zoë', lastName = 'Müller',
        emailAddress = `zoe.${Date.now()}@example.test` } = {}) {
        const shop = new Api(`${this.url}/shop-api`);
        for (const variant of variants)
            await shop.call(`mutation($v: ID!, $q: Int!) { addItemToOrder(productVariantId: $v, quantity: $q) { __typename ${ERROR} } }`, { v: variant, q: quantity });
        const placed = await shop.call(PLACE, {
            customer: { firstName, lastName, emailAddress },
            address: { fullName: `${firstName} ${lastName}`, streetLine1: 'Ringstraße 9', city: 'Köln', postalCode: '50667', countryCode: 'DE' },
            shipping: this.shipping, payment: { method: pay, metadata: {} },
        });
        return placed.addPaymentToOrder;
    }
    async order(id) { return (await this.admin.call(ORDER, { id })).order; }
    async reasons(id) {
        return (await this.order(id)).history.items.filter(each => each.type === 'ORDER_CANCELLATION').map(each => each.data.reason);
    }
    async settle(id) {
        const { payments } = await this.order(id);
        await this.admin.call(`mutation($id: ID!) { settlePayment(id: $id) { __typename ${ERROR} } }`, { id: payments[0].id });
    }
    /// Makes a parcel of all lines, or the first few; returns its id. It is packed ("Pending") then.
    async pack(id, trackingCode, count = Infinity) {
        const lines = (await this.order(id)).lines.slice(0, count);
        const input = { lines: lines.map(line => ({ orderLineId: line.id, quantity: line.quantity })),
            handler: { code: 'manual-fulfillment', arguments: [{ name: 'method', value: 'DHL' }, { name: 'trackingCode', value: trackingCode }] } };
        const made = await this.admin.call(`mutation($i: FulfillOrderInput!) { addFulfillmentToOrder(input: $i) { __typename ... on Fulfillment { id } ${ERROR} } }`, { i: input });
        return made.addFulfillmentToOrder.id;
    }
    async moveParcel(parcel, state) {
        await this.admin.call(`mutation($id: ID!, $s: String!) { transitionFulfillmentToState(id: $id, state: $s) { __typename ${ERROR} } }`, { id: parcel, s: state });
    }
    async ship(id, trackingCode) { await this.moveParcel(await this.pack(id, trackingCode), 'Shipped'); }
    async cancel(id, reason) {
        await this.admin.call(`mutation($i: CancelOrderInput!) { cancelOrder(input: $i) { __typename ${ERROR} } }`, { i: { orderId: id, reason, cancelShipping: true } });
    }
}
